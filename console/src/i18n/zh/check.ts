export const check = {
  'check.title': '试算',
  'check.note': '只算不存，随时可试',
  'check.way': '填写方式',
  'check.form': '填写',
  'check.json': '粘贴工单 JSON',
  'check.jsonLabel': '一张工单的 JSON',
  'check.jsonHint': '粘贴接口或工单页里的 JSON；orderNo 可有可无。',
  'check.jsonBad': '不是有效的 JSON 对象：{message}',
  'check.badLink': '链接里的内容读不出来，请重新填写。',
  'check.createdAt': '创建时间',
  'check.completedAt': '完成时间',
  'check.clear': '清空',
} as const;

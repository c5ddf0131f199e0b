export const access = {
  'signIn.promise': '每张工单，立刻有价；每一分钱，都有来由。',
  'signIn.username': '用户名',
  'signIn.password': '密码',
  'signIn.submit': '登录',
  'signIn.missing': '请填写用户名和密码',
  'signIn.wrong': '用户名或密码不对',
  'signIn.demoTitle': '{company}',
  'signIn.demoHint': '演示企业。点一位同事，直接填好账号。',
} as const;

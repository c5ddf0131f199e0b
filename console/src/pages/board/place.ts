const suffix = /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|省|市|区|县)$/;

/** Levels that exist only in the code, not on the ground. */
const passing = /^(市辖区|县|.*直辖县级行政区划)$/;

function short(name: string): string {
  const bare = name.replace(suffix, '');
  return bare.length >= 2 ? bare : name;
}

/**
 * The last two steps of a path without what everybody knows: "广东省/深圳市/南山区" → 深圳·南山,
 * "北京市/市辖区/朝阳区" → 北京·朝阳, "上海市" → 上海.
 */
export function shortPlace(path: string): string {
  const steps = path.split(/[/\s>·]+/).filter((step) => step !== '' && !passing.test(step));
  const distinct = steps.filter((step, index) => step !== steps[index - 1]);
  return distinct.slice(-2).map(short).join('·');
}

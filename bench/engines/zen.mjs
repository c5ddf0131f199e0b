// Matches the orders of orders.tsv by the rules of rules.tsv in the working folder with GoRules Zen,
// and prints how fast it was and a checksum of the winners.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ZenEngine } from '@gorules/zen-engine';

const TEXTS = ['customerClass', 'province', 'prefecture', 'service', 'partnerType', 'urgency'];
const ORDERS_MIN = 8;

const lines = (file) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

function ruleOf([number, ...fields]) {
  const cells = Object.fromEntries(TEXTS.map((name, i) => [name, fields[i] ? `"${fields[i]}"` : '']));
  const [from, below] = fields.slice(TEXTS.length);
  return { _id: `r${number}`, ...cells, distance: from ? `[${from}..${below})` : '', number };
}

function orderOf(fields) {
  const order = Object.fromEntries(TEXTS.map((name, i) => [name, fields[i]]));
  return { ...order, distance: Number(fields[TEXTS.length]) };
}

function decisionOf(rules) {
  const column = (name) => ({ id: name, field: name, name });
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: [...TEXTS, 'distance'].map(column),
          outputs: [column('number')],
          rules,
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

// For so many seconds of processor time, as the other engines are measured.
async function run(decision, orders, seconds) {
  const winners = [];
  const cpu = process.cpuUsage();
  const cpuSeconds = () => {
    const used = process.cpuUsage(cpu);
    return (used.user + used.system) / 1e6;
  };
  const start = performance.now();
  let done = 0;
  let enough = ORDERS_MIN;
  while (done < enough) {
    const { result } = await decision.evaluate(orders[done % orders.length]);
    if (done < orders.length) {
      winners.push(result.number);
    }
    done++;
    if (done === enough && cpuSeconds() < seconds) {
      enough += 1 + Math.floor(done / 50);
    }
  }
  return {
    winners,
    orders: done,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSeconds(),
  };
}

const rules = lines('rules.tsv').map(ruleOf);
const orders = lines('orders.tsv').map(orderOf);
const seconds = Number(process.argv[2]);
const begun = performance.now();
const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decisionOf(rules))));
await decision.evaluate(orders[0]);
const buildSeconds = (performance.now() - begun) / 1000;
await run(decision, orders, seconds);
const { winners, ...figures } = await run(decision, orders, seconds);
const checksum = createHash('sha256')
  .update(winners.map((winner) => `${winner}\n`).join(''))
  .digest('hex')
  .slice(0, 16);
for (const [name, figure] of Object.entries({ buildSeconds, ...figures, checksum })) {
  console.log(`${name}=${figure}`);
}

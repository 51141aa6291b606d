// The types accept what the binding takes and refuse what it does not; compiled, never run.
import { Call, Integer, Permission, Refused, open } from 'backorder';

export async function host(): Promise<Integer[]> {
  await using shop = await open('postgresql:///shop', { migrate: true, pool_size: 4 });
  const operator = Call.operator('main', Permission.MANAGE_INVENTORY | Permission.MANAGE_ORDERS).withKey('k').withTimeout(500);
  await shop.thresholdSet(operator, { items: [{ variant: 'red', warehouse: 'north', mode: 'unlimited' }, { product: 'shirt', warehouse: 'north', threshold: 5n }] });
  using placed = await shop.place(Call.host('main'), { order: 'o', lines: [{ line: '1', variant: 'red', quantity: 1 }] });
  const warehouses: string[] = placed.column('parts', 'warehouse');
  const ready: boolean[] = placed.rows('covered').map((row) => row.ready);
  // @ts-expect-error: no such table
  placed.count('shirts');
  // @ts-expect-error: no such column
  placed.column('parts', 'colour');
  // @ts-expect-error: a quantity is an integer
  await shop.receive(operator, { items: [{ variant: 'red', warehouse: 'north', quantity: '1' }] });
  // @ts-expect-error: a product or a variant
  await shop.policySet(operator, { items: [{ policy: 'allow', product: 'shirt', variant: 'red' }] });
  try {
    await shop.verify(operator);
  } catch (error) {
    if (error instanceof Refused) console.log(error.code, error.details.map((row) => row.gate), warehouses, ready);
  }
  return placed.column('lines', 'waiting');
}

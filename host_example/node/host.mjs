// A shop in Node: sells past zero as far as it may, restocks, ships, tells what happened. host.mjs DATABASE
import { Call, Permission, Refused, open } from 'backorder';

const marketplace = `node-${process.pid}-${Date.now()}`;
const host = Call.host(marketplace);
const operator = Call.operator(marketplace, Permission.MANAGE_MARKETPLACE);
const seller = Call.ofSeller(marketplace, 'acme', Permission.MANAGE_INVENTORY | Permission.MANAGE_FULFILLMENTS);

async function buy(shop, order, quantity) {
  try {
    const placed = await shop.place(host, { order, lines: [{ line: '1', variant: 'mug-blue', quantity }] });
    const [line] = placed.rows('lines');
    console.log(`${order}: ${line.allocated} now, ${line.waiting} on backorder`);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const [shortage] = refused.details;
    console.log(`${order}: ${refused.code}: asked ${shortage.asked}, available ${shortage.available}`);
  }
}

const shop = await open(process.argv[2], { migrate: true });
await shop.warehouseUpsert(host.withKey('warehouses'), { items: [{ warehouse: 'berlin' }] });
await shop.catalogUpsert(host.withKey('catalogue'), {
  products: [{ product: 'mug', seller: 'acme' }], variants: [{ variant: 'mug-blue', product: 'mug' }] });
await shop.settingsSet(operator.withKey('on'), { backorders_enabled: true });
await shop.policySet(seller.withKey('allow'), { items: [{ product: 'mug', policy: 'allow' }] });
await shop.thresholdSet(seller.withKey('threshold'), { items: [{ variant: 'mug-blue', warehouse: 'berlin', threshold: 3 }] });
await shop.receive(seller.withKey('delivery-1'), { items: [{ variant: 'mug-blue', warehouse: 'berlin', quantity: 2 }] });
for (const [order, quantity] of [['anna', 3], ['bruno', 2], ['carla', 1]]) await buy(shop, order, quantity);
const stock = await shop.stock(seller, { variants: ['mug-blue'] });
console.log('on backorder:', stock.column('stock', 'warehouse'), stock.column('stock', 'backordered'));
const arrived = await shop.receive(seller.withKey('delivery-2'), { items: [{ variant: 'mug-blue', warehouse: 'berlin', quantity: 1 }] });
console.log('covered:', arrived.column('covered', 'order'));
const entries = [{ line: '1', warehouse: 'berlin', quantity: 3 }];
const shipped = await shop.fulfill(seller.withKey('ship-anna'), { order: 'anna', entries });
console.log('anna:', shipped.rows('order')[0].state);
console.log('events:', (await shop.events(host, { consumer: 'mail', limit: 100 })).column('events', 'type').join(', '));
const [differences] = (await shop.verify(host)).column('verify', 'differences');
await shop.close();
process.exitCode = differences === 0 ? 0 : 1;

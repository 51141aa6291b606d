<?php
// A shop in PHP: sells past zero as far as it may, restocks, ships, tells what happened. host.php DATABASE
declare(strict_types=1);

use Backorder\{Backorder, Call, Permission, RefusedException};

require __DIR__ . '/../../abi/bindings/php/preload.php';

$marketplace = 'php-' . hrtime(true);
$host = Call::host($marketplace);
$operator = Call::operator($marketplace, Permission::MANAGE_MARKETPLACE);
$seller = Call::ofSeller($marketplace, 'acme', Permission::MANAGE_INVENTORY | Permission::MANAGE_FULFILLMENTS);

$shop = Backorder::open($argv[1], ['migrate' => true]);
$shop->warehouseUpsert($host->withKey('warehouses'), [['warehouse' => 'berlin']]);
$shop->catalogUpsert($host->withKey('catalogue'), [['product' => 'mug', 'seller' => 'acme']], [['variant' => 'mug-blue', 'product' => 'mug']]);
$shop->settingsSet($operator->withKey('on'), backorders_enabled: true);
$shop->policySet($seller->withKey('allow'), [['product' => 'mug', 'policy' => 'allow']]);
$shop->thresholdSet($seller->withKey('threshold'), [['variant' => 'mug-blue', 'warehouse' => 'berlin', 'threshold' => 3]]);
$shop->receive($seller->withKey('delivery-1'), [['variant' => 'mug-blue', 'warehouse' => 'berlin', 'quantity' => 2]]);
foreach (['anna' => 3, 'bruno' => 2, 'carla' => 1] as $order => $quantity) {
    try {
        [$line] = $shop->place($host, $order, [['line' => '1', 'variant' => 'mug-blue', 'quantity' => $quantity]])->rows('lines');
        echo "$order: {$line['allocated']} now, {$line['waiting']} on backorder\n";
    } catch (RefusedException $refused) {
        ['asked' => $asked, 'available' => $available] = $refused->details[0];
        echo "$order: {$refused->status->name}: asked $asked, available $available\n";
    }
}
$stock = $shop->stock($seller, variants: ['mug-blue']);
echo 'on backorder: ', json_encode(array_combine($stock->column('stock', 'warehouse'), $stock->column('stock', 'backordered'))), "\n";
$arrived = $shop->receive($seller->withKey('delivery-2'), [['variant' => 'mug-blue', 'warehouse' => 'berlin', 'quantity' => 1]]);
echo 'covered: ', implode(', ', $arrived->column('covered', 'order')), "\n";
$shipped = $shop->fulfill($seller->withKey('ship-anna'), 'anna', [['line' => '1', 'warehouse' => 'berlin', 'quantity' => 3]]);
echo 'anna: ', $shipped->rows('order')[0]['state'], "\n";
echo 'events: ', implode(', ', $shop->events($host, 'mail', limit: 100)->column('events', 'type')), "\n";
exit($shop->verify($host)->column('verify', 'differences') === [0] ? 0 : 1);

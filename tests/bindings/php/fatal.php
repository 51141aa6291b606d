<?php
// A request that opens a handle, asks it, and ends as it is told: PHP destroys no object after a fatal error.
declare(strict_types=1);

use Backorder\Backorder;
use Backorder\Call;
use Backorder\Token;

$endings = [
    'well' => fn () => print 'well',
    'memory' => fn () => str_repeat('.', 1 << 30),
    'crumbs' => function () {
        for ($chain = [];;) {
            $chain = [$chain];
        }
    },
    'time' => function () {
        for (;;);
    },
    'error' => fn () => trigger_error('the host gave up', E_USER_ERROR),
    'exception' => fn () => throw new Exception('nobody caught it'),
];

[$host, $token] = [Call::host('fatal'), new Token()];
$shop = Backorder::open($_SERVER['SHOP_DATABASE'], ['pool_size' => 2, 'lanes' => 1]);
$settings = $shop->settingsGet($host);
$submitting = $shop->submitting();
$submitting->settingsGet($host->withToken($token));
set_time_limit(1);
$endings[$_SERVER['ENDING']]();

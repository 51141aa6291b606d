<?php
// A request to a server that has preloaded the package: tells whether a script may use FFI itself, and asks the library.
declare(strict_types=1);

use Backorder\Backorder;
use Backorder\Call;

try {
    FFI::cdef('int getpid(void);');
    $ffi = 'free';
} catch (FFI\Exception) {
    $ffi = 'refused';
}
$shop = Backorder::open($_GET['database']);
echo json_encode(['ffi' => $ffi, 'settings' => $shop->settingsGet(Call::host('preloaded'))->count('settings')]);

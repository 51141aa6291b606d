<?php
// Loads all of the package: `opcache.preload` of php.ini (with ffi.enable=preload, PHP's default, FFI is for preloaded files only),
// or by hand where there is no Composer.
declare(strict_types=1);

foreach (['BackorderException', 'CallerException', 'Item', 'Opening', 'Operations'] as $base) {
    require_once __DIR__ . "/src/$base.php";
}
foreach (glob(__DIR__ . '/src/*.php') as $file) {
    require_once $file;
}

<?php
declare(strict_types=1);

namespace Backorder;

/** @internal The loaded library, once its version is known to fit. */
final class Library
{
    private const DEFAULT = 'libbackorder.so.1';

    /** @var array<string, \FFI> */
    private static array $loaded = [];

    /** The library at that path, of the environment's BACKORDER_LIBRARY, or as the system finds it. */
    public static function load(?string $path = null): \FFI
    {
        $path ??= getenv('BACKORDER_LIBRARY') ?: self::DEFAULT;
        return self::$loaded[$path] ??= self::read($path);
    }

    private static function read(string $path): \FFI
    {
        $header = file_get_contents(__DIR__ . '/backorder.h');
        self::requireVersion($path, self::bind($path, 'const char *bo_version(void);
            int32_t bo_get_api(uint32_t major, uint32_t min_minor, const void **api);'));
        return self::bind($path, $header);
    }

    private static function bind(string $path, string $header): \FFI
    {
        try {
            return \FFI::cdef($header, $path);
        } catch (\FFI\Exception $error) {
            throw self::unfit($path, "is not libbackorder: {$error->getMessage()}");
        }
    }

    private static function requireVersion(string $path, \FFI $library): void
    {
        $api = $library->new('const void *');
        if ($library->bo_get_api(Abi::MAJOR, Abi::MINOR, \FFI::addr($api)) !== Status::OK->value) {
            $found = $library->bo_version();
            $needed = sprintf('%d.%d or a later one of %1$d.x', Abi::MAJOR, Abi::MINOR);
            throw self::unfit($path, "is version $found, this package needs $needed", $found);
        }
    }

    private static function unfit(string $path, string $why, string $found = ''): LibraryException
    {
        $needed = Abi::MAJOR . '.' . Abi::MINOR;
        return new LibraryException(Status::ABI_VERSION->value, "$path: $why", [['library' => $path, 'needed' => $needed, 'found' => $found]]);
    }
}

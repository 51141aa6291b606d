<?php
declare(strict_types=1);

namespace Backorder;

/** A call that was refused or failed; its kinds are the subclasses. */
class BackorderException extends \RuntimeException
{
    /** What it is; null if this package does not know the status, which is then getCode(). */
    public readonly ?Status $status;

    /**
     * @param list<array<string, mixed>> $details one for each thing it is about: line, warehouse, asked, available, gate, field, ...
     * @param Retry $retry NO: ask differently; SAFE: nothing was done; SAME_KEY: repeat with the same key and only so
     * @param string $sqlstate the database's code, or ''
     * @param ?Result $result of a batch: the outcome of every item
     */
    final public function __construct(int $status, string $message, public readonly array $details = [],
        public readonly Retry $retry = Retry::NO, public readonly string $sqlstate = '', public readonly ?Result $result = null)
    {
        $this->status = Status::tryFrom($status);
        parent::__construct(($this->status?->name ?? $status) . ": $message", $status);
    }

    /** @return class-string<BackorderException> */
    private static function kindOf(int $status): string
    {
        return match (intdiv($status, 100)) {
            1 => CallerException::class,
            2 => RefusedException::class,
            3 => EnvironmentException::class,
            4 => InDoubtException::class,
            default => InternalException::class,
        };
    }

    /** @internal An error of the package itself, in the library's words. */
    public static function refusal(Status $status, string $message, array $about = []): self
    {
        return new (self::kindOf($status->value))($status->value, $message, $about ? [$about] : []);
    }

    /** @internal Reads an error of the library and frees it. */
    public static function take(\FFI $library, int $status, \FFI\CData $error, ?Result $result = null): self
    {
        $kind = self::kindOf($status);
        if (\FFI::isNull($error)) {
            return new $kind($status, $library->bo_status_name($status), result: $result);
        }
        try {
            $said = json_decode($library->bo_error_json($error), true, flags: JSON_THROW_ON_ERROR);
            return new $kind($status, $said['message'], $said['details'] ?? [], Retry::from($library->bo_error_retry($error)),
                $said['sqlstate'] ?? '', $result);
        } finally {
            $library->bo_error_free($error);
        }
    }
}

<?php
declare(strict_types=1);

namespace Backorder;

/**
 * @internal Closes at the end of the request what is still open. PHP destroys no object after a fatal error (memory, time,
 * E_USER_ERROR), and its process lives on.
 */
final class Ending
{
    /** What is closed, in this order: calls in flight use the handle and their tokens. */
    private const KINDS = [Submitting::class, Backorder::class, Result::class, Token::class];

    /** Bytes that closing may need where the fatal error was that there are none. */
    private const RESERVE = 65536;

    /** @var ?\WeakMap<Submitting|Backorder|Result|Token, true> */
    private static ?\WeakMap $open = null;
    private static ?string $reserve = null;

    /** Closes that object at the end if it is not destroyed before. */
    public static function closes(Submitting|Backorder|Result|Token $object): void
    {
        if (self::$open === null) {
            self::$open = new \WeakMap();
            self::$reserve = str_repeat("\0", self::RESERVE);
            register_shutdown_function(self::begin(...));
        }
        self::$open[$object] = true;
    }

    /** Lets the host's own shutdown functions go first. */
    private static function begin(): void
    {
        self::$reserve = null;
        register_shutdown_function(self::close(...));
    }

    private static function close(): void
    {
        foreach (self::KINDS as $kind) {
            foreach (self::$open as $object => $_) {
                if ($object instanceof $kind) {
                    $object->close();
                }
            }
        }
    }
}

<?php
// Written by abi/bindings/generate from backorder.h; not to be edited.
declare(strict_types=1);

namespace Backorder;

/** @internal */
trait Opening
{
    /**
     * Opens a handle.
     *
     *     $shop = Backorder::open('postgresql:///shop', migrate: true);
     *
     * @param array<string, mixed> $config the same members as an array, as applications keep their configuration
     * @param ?string $library path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it
     * @param ?string $schema where the tables are: "backorder"
     * @param ?bool $migrate install or update them while opening: false
     * @param ?int $pool_size most connections: 8 (1 to 256); changes go through lanes of them, questions through the others
     * @param ?int $lanes how many batches of changes run at once, a connection each: 2, less than pool_size (1 to 16); since 1.1
     * @param ?int $lane_lines most order lines, items and the like that calls of several callers bring into one transaction: 1000
     *     (1 to 10 000); since 1.1
     * @param ?int $queue_size most calls that wait for their turn, those after them are BO_E_BUSY: 16 384 (1 to 1 000 000); since
     *     1.1
     * @param ?int $default_timeout_ms of calls that name none: 5000 (1 to 3 600 000)
     * @param ?bool $prepare keep statements prepared and settings said on each connection: true; false behind PgBouncer and other
     *     poolers, which otherwise refuse to connect, or are refused (BO_E_CONFIG)
     * @param ?int $poll_interval_ms how often other processes' events are looked for once BO_POLL_EVENTS is asked: 500
     * @param ?int $idle_timeout_ms a connection that nobody used for so long is closed: 60 000 (1 to 3 600 000); since 1.2
     * @param ?bool $connect connect while opening, and answer at once if that fails: false; since 1.2
     */
    public static function open(
        string $database,
        array $config = [],
        ?string $library = null,
        ?string $schema = null,
        ?bool $migrate = null,
        ?int $pool_size = null,
        ?int $lanes = null,
        ?int $lane_lines = null,
        ?int $queue_size = null,
        ?int $default_timeout_ms = null,
        ?bool $prepare = null,
        ?int $poll_interval_ms = null,
        ?int $idle_timeout_ms = null,
        ?bool $connect = null,
    ): self {
        $said = compact(
            'schema', 'migrate', 'pool_size', 'lanes', 'lane_lines', 'queue_size', 'default_timeout_ms', 'prepare',
            'poll_interval_ms', 'idle_timeout_ms', 'connect'
        );
        return self::opened(['database' => $database] + array_filter($said, fn ($value) => $value !== null) + $config, $library);
    }
}

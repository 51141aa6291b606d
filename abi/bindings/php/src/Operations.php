<?php
declare(strict_types=1);

namespace Backorder;

/**
 * Every operation as a method. Arguments carry the names of README.md, "Operations"; items are arrays with those members. A mutation's
 * Call needs an idempotency key, except place and dry runs.
 */
abstract class Operations
{
    /**
     * Asks the function, with the parameters that the packer makes.
     *
     * @param \Closure(Packer): list<mixed> $parameters
     * @return Result
     */
    abstract protected function run(mixed $call, string $function, \Closure $parameters): mixed;

    /**
     * Any operation by its name; the request's members as README.md, "Operations", lists them.
     *
     * @param Call $call
     * @param array<string, mixed> $request
     * @return Result
     */
    public function json(mixed $call, string $operation, mixed $request = [])
    {
        return $this->run($call, 'bo_call_json', fn () => [...Packer::texted('operation', $operation), ...Packer::json($request)]);
    }

    private function byName(mixed $call, string $operation, array $request)
    {
        return $this->json($call, $operation, array_filter($request, fn ($value) => $value !== null));
    }

    private function items(mixed $call, string $function, string $type, string $name, mixed $values, mixed ...$more)
    {
        return $this->run($call, $function, fn (Packer $packer) => [...$packer->items($type, $name, $values), ...$more]);
    }

    private function one(mixed $call, string $function, string $type, array $values)
    {
        return $this->run($call, $function, fn (Packer $packer) => [\FFI::addr($packer->filled($type, $values))]);
    }

    private static function dry(mixed $run): int
    {
        return Packer::flag('dry_run', $run) ? Abi::DRY_RUN : 0;
    }

    // Settings, policies, thresholds

    /** @return Result table settings */
    public function settingsGet(mixed $call)
    {
        return $this->run($call, 'bo_settings_get', fn () => []);
    }

    /**
     * Turns backorders on or off; table settings tells how many units stand over the limit.
     *
     * @param bool $backorders_enabled
     * @param bool $dry_run
     * @return Result table settings
     */
    public function settingsSet(mixed $call, mixed $backorders_enabled, mixed $dry_run = false)
    {
        return $this->run($call, 'bo_settings_set', function (Packer $packer) use ($backorders_enabled, $dry_run) {
            $settings = $packer->struct('bo_settings');
            $settings->flags = self::dry($dry_run);
            $settings->backorders_enabled = (int) Packer::flag('backorders_enabled', $backorders_enabled);
            return [\FFI::addr($settings)];
        });
    }

    /**
     * @param iterable<array{product?: string, variant?: string, policy: string|Policy}> $items
     * @param bool $dry_run
     * @return Result table policies
     */
    public function policySet(mixed $call, mixed $items, mixed $dry_run = false)
    {
        return $this->items($call, 'bo_policy_set', 'bo_policy', 'items', $items, self::dry($dry_run));
    }

    /**
     * @param iterable<array{product?: string, variant?: string, warehouse: string, threshold?: int, mode?: string|ThresholdMode}> $items
     * @param bool $dry_run
     * @return Result table thresholds
     */
    public function thresholdSet(mixed $call, mixed $items, mixed $dry_run = false)
    {
        return $this->items($call, 'bo_threshold_set', 'bo_threshold', 'items', $items, self::dry($dry_run));
    }

    // Warehouses and catalogue

    /**
     * @param list<array{warehouse: string, owner?: string, priority?: int, active?: bool}> $items
     * @param ?bool $dry_run
     * @return Result table warehouses
     */
    public function warehouseUpsert(mixed $call, mixed $items, mixed $dry_run = null)
    {
        return $this->byName($call, 'warehouse_upsert', compact('items', 'dry_run'));
    }

    /**
     * @param ?list<array{product: string, seller: string}> $products
     * @param ?list<array{variant: string, product: string}> $variants
     * @return Result tables products, variants
     */
    public function catalogUpsert(mixed $call, mixed $products = null, mixed $variants = null)
    {
        return $this->byName($call, 'catalog_upsert', compact('products', 'variants'));
    }

    // Questions

    /**
     * @param iterable<string> $variants
     * @param iterable<string> $products with all their variants
     * @param string $warehouse '': all
     * @return Result tables stock, variant_totals, product_totals
     */
    public function stock(mixed $call, mixed $variants = [], mixed $products = [], mixed $warehouse = '')
    {
        return $this->one($call, 'bo_stock', 'bo_stock_query', compact('variants', 'products', 'warehouse'));
    }

    /**
     * @param iterable<array{variant: string, quantity?: int}> $items
     * @return Result table availability
     */
    public function availability(mixed $call, mixed $items)
    {
        return $this->items($call, 'bo_availability', 'bo_availability_item', 'items', $items);
    }

    /**
     * Who waits, in their places.
     *
     * @param ?string $after the cursor of the page before
     * @return Result tables queue, cursor
     */
    public function queue(mixed $call, ?string $variant = null, ?string $warehouse = null, ?string $seller = null, ?string $order = null,
        ?int $limit = null, ?int $skip = null, ?string $after = null)
    {
        return $this->byName($call, 'queue', compact('variant', 'warehouse', 'seller', 'order', 'limit', 'skip', 'after'));
    }

    // Goods

    /**
     * Goods in; the queue is served.
     *
     * @param iterable<array{variant: string, warehouse: string, quantity: int}> $items
     * @return Result tables moves, covered
     */
    public function receive(mixed $call, mixed $items)
    {
        return $this->items($call, 'bo_receive', 'bo_receipt', 'items', $items);
    }

    /**
     * @param list<array{variant: string, warehouse: string, on_hand: int}> $items
     * @return Result tables moves, covered, fallen_back
     */
    public function count(mixed $call, mixed $items)
    {
        return $this->byName($call, 'count', compact('items'));
    }

    /**
     * @param list<array{variant: string, from: string, to: string, quantity: int}> $items
     * @return Result tables moves, covered
     */
    public function transfer(mixed $call, mixed $items)
    {
        return $this->byName($call, 'transfer', compact('items'));
    }

    // Orders

    /**
     * All of the order or nothing; its id is its key.
     *
     * @param string $order
     * @param iterable<array{line: string, variant: string, quantity: int, warehouse?: string, decline_backorder?: bool}> $lines
     * @param int $priority in the queue; higher is served first; -2^31 to 2^31 - 1
     * @param iterable<string> $warehouses sourced in this order, the others after them
     * @return Result tables order, lines, parts
     */
    public function place(mixed $call, mixed $order, mixed $lines, mixed $priority = 0, mixed $warehouses = [])
    {
        return $this->one($call, 'bo_place', 'bo_order', compact('order', 'lines', 'priority', 'warehouses'));
    }

    /**
     * Each order is placed or refused for itself.
     *
     * @param iterable<array{order: string, lines: iterable, priority?: int, warehouses?: iterable<string>}> $orders as of place
     * @return Result tables placed, placed_parts
     */
    public function placeBatch(mixed $call, mixed $orders)
    {
        return $this->items($call, 'bo_place_batch', 'bo_order', 'orders', $orders);
    }

    /**
     * @param string $order
     * @param iterable<array{line: string, quantity: int}> $lines none: all that is still open
     * @return Result tables order, lines, parts, covered
     */
    public function cancel(mixed $call, mixed $order, mixed $lines = [])
    {
        return $this->run($call, 'bo_cancel',
            fn (Packer $packer) => [...Packer::texted('order', $order), ...$packer->items('bo_order_units', 'lines', $lines)]);
    }

    /** @return Result tables order, lines, parts, fulfillments */
    public function order(mixed $call, mixed $order)
    {
        return $this->byName($call, 'order', compact('order'));
    }

    /**
     * What could ship now, where, and why the rest cannot.
     *
     * @param string $order
     * @return Result tables order, shippable
     */
    public function shippable(mixed $call, mixed $order)
    {
        return $this->run($call, 'bo_shippable', fn () => Packer::texted('order', $order));
    }

    /**
     * @param string $order
     * @param iterable<array{line: string, warehouse: string, quantity: int}> $entries
     * @param bool $strict refuse what still waits there
     * @return Result tables fulfillments, order, lines, parts
     */
    public function fulfill(mixed $call, mixed $order, mixed $entries, mixed $strict = false)
    {
        return $this->run($call, 'bo_fulfill', fn (Packer $packer) => [...Packer::texted('order', $order),
            ...$packer->items('bo_order_units', 'entries', $entries), Packer::flag('strict', $strict) ? Abi::STRICT : 0]);
    }

    /**
     * @param string $units to_line, to_stock or written_off
     * @return Result tables fulfillments, order, lines, parts
     */
    public function cancelFulfillment(mixed $call, mixed $order, mixed $fulfillment, mixed $units)
    {
        return $this->byName($call, 'cancel_fulfillment', compact('order', 'fulfillment', 'units'));
    }

    /**
     * Waiting units wait, or are taken, elsewhere.
     *
     * @return Result tables order, lines, parts
     */
    public function reassign(mixed $call, mixed $order, mixed $line, mixed $from, mixed $to, mixed $quantity)
    {
        return $this->byName($call, 'reassign', compact('order', 'line', 'from', 'to', 'quantity'));
    }

    // Events, ledger, proof

    /**
     * The next events.
     *
     * @param string $consumer
     * @param string $acknowledge the cursor of the page before
     * @param int $limit
     * @return Result tables events, cursor, and held where they are held back
     */
    public function events(mixed $call, mixed $consumer, mixed $acknowledge = '', mixed $limit = 0)
    {
        return $this->run($call, 'bo_events', fn () => [...Packer::texted('consumer', $consumer),
            ...Packer::texted('acknowledge', $acknowledge), Packer::integer('limit', $limit)]);
    }

    /** @return Result table cursor */
    public function eventsAcknowledge(mixed $call, mixed $consumer, mixed $cursor)
    {
        return $this->run($call, 'bo_events_acknowledge', fn () => [...Packer::texted('consumer', $consumer), ...Packer::texted('cursor', $cursor)]);
    }

    /** @return Result table ledger */
    public function ledger(mixed $call, ?string $variant = null, ?string $warehouse = null, ?string $order = null, ?int $after = null,
        ?int $limit = null)
    {
        return $this->byName($call, 'ledger', compact('variant', 'warehouse', 'order', 'after', 'limit'));
    }

    /**
     * Proves the counters from the ledger.
     *
     * @return Result tables verify, differences
     */
    public function verify(mixed $call)
    {
        return $this->byName($call, 'verify', []);
    }

    // Lists, page by page; $after: the cursor of the page before

    /** @return Result tables warehouse_list, cursor */
    public function warehouses(mixed $call, ?string $after = null, ?int $limit = null)
    {
        return $this->byName($call, 'warehouses', compact('after', 'limit'));
    }

    /** @return Result tables product_list, cursor */
    public function products(mixed $call, ?string $seller = null, ?string $after = null, ?int $limit = null)
    {
        return $this->byName($call, 'products', compact('seller', 'after', 'limit'));
    }

    /** @return Result tables variant_list, cursor */
    public function variants(mixed $call, ?string $seller = null, ?string $after = null, ?int $limit = null)
    {
        return $this->byName($call, 'variants', compact('seller', 'after', 'limit'));
    }

    /**
     * The oldest first.
     *
     * @return Result tables open_orders, cursor
     */
    public function openOrders(mixed $call, ?string $seller = null, ?string $after = null, ?int $limit = null)
    {
        return $this->byName($call, 'open_orders', compact('seller', 'after', 'limit'));
    }
}

# frozen_string_literal: true

module Backorder
  # Every operation as a method. Arguments carry the names of README.md, "Operations"; items are Hashes with those members. A mutation's
  # Call needs an idempotency key, except place and dry runs. Each answers a {Result}.
  module Operations
    # Any operation by its name; the request's members as README.md, "Operations", lists them.
    def json(call, operation, request = {})
      run(call, :bo_call_json) { |pack| [*pack.texted(:operation, operation), *pack.json(request)] }
    end

    # @!group Settings, policies, thresholds

    # @return [Result] table settings
    def settings_get(call)
      run(call, :bo_settings_get) { [] }
    end

    # Turns backorders on or off; table settings tells how many units stand over the limit.
    # @return [Result] table settings
    def settings_set(call, backorders_enabled:, dry_run: false)
      run(call, :bo_settings_set) do
        settings = Abi::Settings.new
        settings[:struct_size] = Abi::Settings.size
        settings[:flags] = dry(dry_run)
        settings[:backorders_enabled] = Pack.flag(:backorders_enabled, backorders_enabled) ? 1 : 0
        [settings]
      end
    end

    # @param items [Enumerable<Hash>] product or variant, policy (:allow, :deny, :inherit)
    # @return [Result] table policies
    def policy_set(call, items:, dry_run: false)
      run(call, :bo_policy_set) { |pack| [*pack.items(Abi::Policy, :items, items), dry(dry_run)] }
    end

    # @param items [Enumerable<Hash>] product or variant, warehouse, threshold or mode (:unlimited, :inherit)
    # @return [Result] table thresholds
    def threshold_set(call, items:, dry_run: false)
      run(call, :bo_threshold_set) { |pack| [*pack.items(Abi::Threshold, :items, items), dry(dry_run)] }
    end

    # @!group Warehouses and catalogue

    # @param items [Array<Hash>] warehouse, owner, priority, active
    # @return [Result] table warehouses
    def warehouse_upsert(call, items:, dry_run: nil)
      by_name(call, "warehouse_upsert", items: items, dry_run: dry_run)
    end

    # @param products [Array<Hash>] product, seller
    # @param variants [Array<Hash>] variant, product
    # @return [Result] tables products, variants
    def catalog_upsert(call, products: nil, variants: nil)
      by_name(call, "catalog_upsert", products: products, variants: variants)
    end

    # @!group Questions

    # @return [Result] tables stock, variant_totals, product_totals
    def stock(call, variants: [], products: [], warehouse: "")
      query = { variants: variants, products: products, warehouse: warehouse }
      run(call, :bo_stock) { |pack| [pack.filled(Abi::StockQuery, query)] }
    end

    # @param items [Enumerable<Hash>] variant, quantity
    # @return [Result] table availability
    def availability(call, items:)
      run(call, :bo_availability) { |pack| pack.items(Abi::AvailabilityItem, :items, items) }
    end

    # Who waits, in their places.
    # @param after [String] the cursor of the page before
    # @return [Result] tables queue, cursor
    def queue(call, variant: nil, warehouse: nil, seller: nil, order: nil, limit: nil, skip: nil, after: nil)
      by_name(call, "queue", variant: variant, warehouse: warehouse, seller: seller, order: order, limit: limit, skip: skip, after: after)
    end

    # @!group Goods

    # Goods in; the queue is served.
    # @param items [Enumerable<Hash>] variant, warehouse, quantity
    # @return [Result] tables moves, covered
    def receive(call, items:)
      run(call, :bo_receive) { |pack| pack.items(Abi::Receipt, :items, items) }
    end

    # @param items [Array<Hash>] variant, warehouse, on_hand
    # @return [Result] tables moves, covered, fallen_back
    def count(call, items:)
      by_name(call, "count", items: items)
    end

    # @param items [Array<Hash>] variant, from, to, quantity
    # @return [Result] tables moves, covered
    def transfer(call, items:)
      by_name(call, "transfer", items: items)
    end

    # @!group Orders

    # All of the order or nothing; its id is its key.
    # @param lines [Enumerable<Hash>] line, variant, quantity, warehouse, decline_backorder
    # @param priority [Integer] in the queue; higher is served first; -2^31 to 2^31 - 1
    # @param warehouses [Enumerable<String>] sourced in this order, the others after them
    # @return [Result] tables order, lines, parts
    def place(call, order:, lines:, priority: 0, warehouses: [])
      whole = { order: order, lines: lines, priority: priority, warehouses: warehouses }
      run(call, :bo_place) { |pack| [pack.filled(Abi::Order, whole)] }
    end

    # Each order is placed or refused for itself.
    # @param orders [Enumerable<Hash>] as of place
    # @return [Result] tables placed, placed_parts
    def place_batch(call, orders:)
      run(call, :bo_place_batch) { |pack| pack.items(Abi::Order, :orders, orders) }
    end

    # @param lines [Enumerable<Hash>] line, quantity; none: all that is still open
    # @return [Result] tables order, lines, parts, covered
    def cancel(call, order:, lines: [])
      run(call, :bo_cancel) { |pack| [*pack.texted(:order, order), *pack.items(Abi::OrderUnits, :lines, lines)] }
    end

    # @return [Result] tables order, lines, parts, fulfillments
    def order(call, order:)
      by_name(call, "order", order: order)
    end

    # What could ship now, where, and why the rest cannot.
    # @return [Result] tables order, shippable
    def shippable(call, order:)
      run(call, :bo_shippable) { |pack| pack.texted(:order, order) }
    end

    # @param entries [Enumerable<Hash>] line, warehouse, quantity
    # @param strict [Boolean] refuse what still waits there
    # @return [Result] tables fulfillments, order, lines, parts
    def fulfill(call, order:, entries:, strict: false)
      run(call, :bo_fulfill) do |pack|
        [*pack.texted(:order, order), *pack.items(Abi::OrderUnits, :entries, entries), Pack.flag(:strict, strict) ? Abi::STRICT : 0]
      end
    end

    # @param units [String] to_line, to_stock or written_off
    # @return [Result] tables fulfillments, order, lines, parts
    def cancel_fulfillment(call, order:, fulfillment:, units:)
      by_name(call, "cancel_fulfillment", order: order, fulfillment: fulfillment, units: units)
    end

    # Waiting units wait, or are taken, elsewhere.
    # @return [Result] tables order, lines, parts
    def reassign(call, order:, line:, from:, to:, quantity:)
      by_name(call, "reassign", order: order, line: line, from: from, to: to, quantity: quantity)
    end

    # @!group Events, ledger, proof

    # The next events.
    # @param acknowledge [String] the cursor of the page before
    # @return [Result] tables events, cursor, and held where they are held back
    def events(call, consumer:, acknowledge: "", limit: 0)
      run(call, :bo_events) do |pack|
        [*pack.texted(:consumer, consumer), *pack.texted(:acknowledge, acknowledge), Pack.integer(:limit, limit)]
      end
    end

    # @return [Result] table cursor
    def events_acknowledge(call, consumer:, cursor:)
      run(call, :bo_events_acknowledge) { |pack| [*pack.texted(:consumer, consumer), *pack.texted(:cursor, cursor)] }
    end

    # @return [Result] table ledger
    def ledger(call, variant: nil, warehouse: nil, order: nil, after: nil, limit: nil)
      by_name(call, "ledger", variant: variant, warehouse: warehouse, order: order, after: after, limit: limit)
    end

    # Proves the counters from the ledger.
    # @return [Result] tables verify, differences
    def verify(call)
      by_name(call, "verify")
    end

    # @!group Lists, page by page; after: the cursor of the page before

    # @return [Result] tables warehouse_list, cursor
    def warehouses(call, after: nil, limit: nil)
      by_name(call, "warehouses", after: after, limit: limit)
    end

    # @return [Result] tables product_list, cursor
    def products(call, seller: nil, after: nil, limit: nil)
      by_name(call, "products", seller: seller, after: after, limit: limit)
    end

    # @return [Result] tables variant_list, cursor
    def variants(call, seller: nil, after: nil, limit: nil)
      by_name(call, "variants", seller: seller, after: after, limit: limit)
    end

    # The oldest first.
    # @return [Result] tables open_orders, cursor
    def open_orders(call, seller: nil, after: nil, limit: nil)
      by_name(call, "open_orders", seller: seller, after: after, limit: limit)
    end

    private

    def by_name(call, operation, **request)
      json(call, operation, request.compact)
    end

    def dry(run)
      Pack.flag(:dry_run, run) ? Abi::DRY_RUN : 0
    end
  end
end

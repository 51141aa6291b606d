# frozen_string_literal: true

require_relative "backorder/version"
require_relative "backorder/abi"
require_relative "backorder/errors"
require_relative "backorder/library"
require_relative "backorder/pack"
require_relative "backorder/call"
require_relative "backorder/result"
require_relative "backorder/slot"
require_relative "backorder/operations"
require_relative "backorder/handle"

# Warehouse-level backorders on your own PostgreSQL.
#
# @example
#   Backorder.open("postgresql:///shop", migrate: true) do |shop|
#     seller = Backorder::Call.of_seller("main", "acme", Backorder::Permission::MANAGE_INVENTORY)
#     shop.receive(seller.with_key("delivery-17"), items: [{ variant: "mug-blue", warehouse: "berlin", quantity: 12 }])
#     placed = shop.place(Backorder::Call.host("main"), order: "1001", lines: [{ line: "1", variant: "mug-blue", quantity: 2 }])
#     p placed.column(:lines, :waiting)
#   end
module Backorder
  # Opens a handle, and closes it after the block if there is one.
  #
  # @param database [String] connection string or URL of libpq
  # @param library [String, nil] path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it
  # @param config schema, migrate, pool_size, lanes, default_timeout_ms, ... as bo_open lists them
  # @return [Handle, Object] the handle, or what the block returns
  def self.open(database, library: nil, **config)
    handle = Handle.open(Library.load(library), { database: database, **config })
    return handle unless block_given?

    begin
      yield handle
    ensure
      handle.close
    end
  end
end

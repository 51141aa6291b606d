# frozen_string_literal: true

# A shop in Ruby: sells past zero as far as it may, restocks, ships, tells what happened. host.rb DATABASE
require "backorder"
include Backorder

MARKETPLACE = "ruby-#{Process.pid}-#{Time.now.to_f}"
HOST = Call.host(MARKETPLACE)
OPERATOR = Call.operator(MARKETPLACE, Permission::MANAGE_MARKETPLACE)
SELLER = Call.of_seller(MARKETPLACE, "acme", Permission::MANAGE_INVENTORY | Permission::MANAGE_FULFILLMENTS)

def buy(shop, order, quantity)
  line = shop.place(HOST, order: order, lines: [{ line: "1", variant: "mug-blue", quantity: quantity }]).rows(:lines).first
  puts "#{order}: #{line[:allocated]} now, #{line[:waiting]} on backorder"
rescue Refused => e
  puts "#{order}: #{e.code}: asked #{e.details.first[:asked]}, available #{e.details.first[:available]}"
end

Backorder.open(ARGV.fetch(0), migrate: true) do |shop|
  shop.warehouse_upsert(HOST.with_key("warehouses"), items: [{ warehouse: "berlin" }])
  shop.catalog_upsert(HOST.with_key("catalogue"), products: [{ product: "mug", seller: "acme" }],
                                                  variants: [{ variant: "mug-blue", product: "mug" }])
  shop.settings_set(OPERATOR.with_key("on"), backorders_enabled: true)
  shop.policy_set(SELLER.with_key("allow"), items: [{ product: "mug", policy: :allow }])
  shop.threshold_set(SELLER.with_key("threshold"), items: [{ variant: "mug-blue", warehouse: "berlin", threshold: 3 }])
  shop.receive(SELLER.with_key("delivery-1"), items: [{ variant: "mug-blue", warehouse: "berlin", quantity: 2 }])
  buy(shop, "anna", 3)
  buy(shop, "bruno", 2)
  buy(shop, "carla", 1)
  stock = shop.stock(SELLER, variants: ["mug-blue"])
  puts "on backorder: #{stock.column(:stock, :warehouse).zip(stock.column(:stock, :backordered)).to_h}"
  arrived = shop.receive(SELLER.with_key("delivery-2"), items: [{ variant: "mug-blue", warehouse: "berlin", quantity: 1 }])
  puts "covered: #{arrived.column(:covered, :order).join(', ')}"
  shipped = shop.fulfill(SELLER.with_key("ship-anna"), order: "anna", entries: [{ line: "1", warehouse: "berlin", quantity: 3 }])
  puts "anna: #{shipped.rows(:order).first[:state]}"
  puts "events: #{shop.events(HOST, consumer: 'mail', limit: 100).column(:events, :type).join(', ')}"
  exit shop.verify(HOST).column(:verify, :differences) == [0]
end

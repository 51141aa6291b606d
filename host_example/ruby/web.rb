# frozen_string_literal: true

# A checkout under Puma: POST /orders/ID with the order's lines as JSON. puma.rb opens and closes the handle.
require "backorder"
require "json"
require "uri"

class Web
  include Backorder

  HOST = Call.host(ENV.fetch("BACKORDER_MARKETPLACE", "shop"))
  JSON_TYPE = { "Content-Type" => "application/json" }.freeze

  # In a worker, never before the fork.
  def self.open_shop = @shop = Backorder.open(ENV.fetch("BACKORDER_DATABASE"), pool_size: 4, default_timeout_ms: 4000)

  def self.close_shop = @shop&.close

  def self.shop = @shop

  def call(env)
    order = env["PATH_INFO"][%r{\A/orders/([^/]+)\z}, 1]
    return answer(404, {}) unless order && env["REQUEST_METHOD"] == "POST"

    place(URI::DEFAULT_PARSER.unescape(order).force_encoding("UTF-8"), JSON.parse(env["rack.input"].read, symbolize_names: true))
  rescue JSON::ParserError
    answer(400, status: "JSON")
  end

  private

  # 503 in both its meanings asks for the same order again: a repetition finds what became of the first.
  def place(order, lines)
    placed = Web.shop.place(HOST, order: order, lines: lines)
    answer(200, allocated: placed.column(:lines, :allocated).sum, waiting: placed.column(:lines, :waiting).sum)
  rescue CallerError => e then refused(400, e)
  rescue Refused => e then refused(409, e)
  rescue EnvironmentFailure, InDoubt => e then refused(503, e)
  rescue Backorder::Error => e then refused(500, e)
  end

  def refused(http, error) = answer(http, status: error.code, details: error.details)

  def answer(http, body)
    [http, http == 503 ? JSON_TYPE.merge("Retry-After" => "1") : JSON_TYPE, [JSON.generate(body)]]
  end
end

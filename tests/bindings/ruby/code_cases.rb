# frozen_string_literal: true

# The cases that take code: one method each, by the case's name.
class CodeCases
  include Backorder

  LINE = { line: "1", variant: "red", quantity: 1 }.freeze
  HOST = Call.host("code")

  def initialize(handles, urls, libraries)
    @handles = handles
    @shop = handles["shop"]
    @urls = urls
    @libraries = libraries
  end

  def thirty_two_callers_at_once_sell_exactly_what_there_is
    host = stocked("thirty-two", 40, 23)
    buyers = Array.new(32) { |buyer| Thread.new { (1..4).count { |order| sells?(@shop, host, "order-#{buyer}-#{order}") } } }
    sold = buyers.sum(&:value)
    require_that(sold == 63, "sold #{sold}")
    require_that(@shop.verify(host).column(:verify, :differences) == [0], "differences")
  end

  def a_call_that_waits_can_be_cancelled
    token = Token.new
    canceller = Thread.new do
      sleep 0.2
      token.cancel
    end
    begun = now
    refused(Status::CANCELLED) { @handles["silent"].verify(HOST.with_token(token).with_timeout(20_000)) }
    canceller.join
    require_that(now - begun < 10, "it took its time")
  end

  def a_closed_handle_is_refused
    handle = Backorder.open(@urls["empty"])
    2.times { handle.close }
    refused(Status::CLOSED) { handle.verify(HOST) }
    refused(Status::CLOSED) { handle.place(HOST, order: "o", lines: [LINE]) }
    refused(Status::CLOSED) { handle.logs }
    refused(Status::CLOSED) { handle.poll_fd(Poll::LOGS) }
  end

  def a_result_tells_its_tables
    placed = @shop.place(stocked("tables", 1, 1), order: "o", lines: [{ **LINE, quantity: 2 }])
    require_that(placed.tables == %i[order lines parts], placed.tables)
    require_that(placed.inspect == "#<Backorder::Result OK: order 1, lines 1, parts 1>", placed.inspect)
    placed.close
    require_that(placed.inspect == "#<Backorder::Result OK: closed>", placed.inspect)
  end

  def a_handle_nobody_holds_is_closed
    before = descriptors
    use_and_forget(@urls["shop"])
    50.times do
      GC.start
      break if descriptors <= before

      sleep 0.1
    end
    require_that(descriptors <= before, "#{descriptors} descriptors, #{before} before")
  end

  def an_interrupt_ends_the_wait_at_once_and_takes_the_call_back
    cause = interrupted(Interrupt, 0.3) { @handles["silent"].verify(HOST.with_timeout(20_000)) }
    require_that(cause.status == Status::CANCELLED && cause.retry == :safe, cause.inspect)
    interrupted(Timeout::Error, 0) { Timeout.timeout(0.3) { @handles["silent"].verify(HOST.with_timeout(20_000)) } }
    cause = interrupted(Interrupt, 0.3) { @handles["silent"].verify(HOST.with_timeout(3000).with_token(Token.new)) }
    require_that(cause.status == Status::IN_DOUBT && cause.retry == :same_key, cause.inspect)
    killed = Thread.new { @handles["silent"].verify(HOST.with_timeout(20_000)) }
    sleep 0.2
    require_that(killed.kill.join(1), "a killed thread waits on")
    require_that(@shop.settings_get(HOST).count(:settings) == 1, "the handle works on")
  end

  def a_closed_result_is_refused
    result = @shop.settings_get(HOST)
    require_that(result.count(:settings) == 1, "one row")
    2.times { result.close }
    refused(Status::CLOSED) { result.column(:settings, :before) }
    refused(Status::CLOSED) { result.json }
  end

  def a_configuration_that_cannot_be_is_refused
    refused(Status::CONFIG) { Backorder.open("postgresql:///x", pool_size: 0) }
    refused(Status::UNKNOWN_MEMBER) { Backorder.open("postgresql:///x", colour: "red") }
    refused(Status::JSON) { Backorder.open("postgresql:///x", schema: Float::NAN) }
  end

  def wrong_types_are_refused
    wrong_arguments.each { |ask| require_that(refused(Status::ARGUMENT, &ask).details.any?, "details") }
    refused(Status::UNKNOWN_MEMBER) { @shop.place(HOST, order: "o", lines: [{ **LINE, colour: "red" }]) }
    refused(Status::TEXT) { @shop.place(HOST, order: "\xED\xA0\x80", lines: [LINE]) }
    refused(Status::TEXT) { @shop.place(HOST, order: "\xFF".b, lines: [LINE]) }
    refused(Status::JSON) { @shop.json(HOST, "verify", { x: Float::NAN }) }
  end

  def a_missing_library_is_an_error
    refused(Status::ABI_VERSION, LibraryError) { Backorder.open("", library: @libraries["missing"]) }
    refused(Status::ABI_VERSION, LibraryError) { Backorder.open("", library: "libc.so.6") }
  end

  def a_library_too_old_is_an_error
    other_library(@libraries["too_old"], "1.0.0")
  end

  def a_library_too_new_is_an_error
    other_library(@libraries["too_new"], "2.0.0")
  end

  def a_forked_child_opens_its_own_handle
    host = stocked("fork", 2, 0)
    child = fork do
      refused(Status::FORKED) { @shop.verify(host) }
      Backorder.open(@urls["shop"]) { |shop| exit!(sells?(shop, host, "child") ? 0 : 1) }
    end
    Process.wait(child)
    require_that($?.success?, "the child ended with #{$?}")
    require_that(@shop.place(host, order: "parent", lines: [LINE]).column(:lines, :allocated) == [1], "the parent sold nothing")
  end

  def other_threads_run_while_a_call_waits
    ticks = 0
    ticking = Thread.new { loop { ticks += 1; sleep 0.01 } }
    refused(Status::TIMEOUT) { @handles["silent"].verify(HOST.with_timeout(500)) }
    ticking.kill
    require_that(ticks > 10, "#{ticks} ticks")
  end

  def a_block_closes_its_handle_however_it_ends
    kept = nil
    begin
      Backorder.open(@urls["empty"]) { |shop| kept = shop; raise IOError }
    rescue IOError
      refused(Status::CLOSED) { kept.verify(HOST) }
    end
  end

  private

  def now
    Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end

  def descriptors
    Dir.children("/proc/self/fd").size
  end

  # In a thread of its own, whose stack holds nothing afterwards.
  def use_and_forget(url)
    before = descriptors
    Thread.new do
      handle = Backorder.open(url)
      handle.settings_get(HOST)
      require_that(descriptors > before, "an open handle has descriptors")
    end.join
  end

  # What the exception's cause tells, which a signal raises after that many seconds or the block itself; at once.
  def interrupted(kind, after)
    begun = now
    Thread.new { sleep(after) && Process.kill(:INT, Process.pid) } unless after.zero?
    yield
    raise "it was answered"
  rescue kind => e
    require_that(now - begun < 1.5, "it took #{now - begun} s")
    e.cause
  end

  def refused(status, kind = Backorder::Error)
    yield
  rescue kind => e
    require_that(e.status == status, "not #{status} but #{e.message}")
    e
  else
    raise "not refused with #{status}"
  end

  # A marketplace that can sell exactly on_hand + threshold units of red; its host's call.
  def stocked(marketplace, on_hand, threshold)
    operator = Call.operator(marketplace, 15)
    host = Call.host(marketplace)
    @shop.warehouse_upsert(host.with_key("w"), items: [{ warehouse: "north" }])
    @shop.catalog_upsert(host.with_key("c"), products: [{ product: "shirt", seller: "acme" }],
                                             variants: [{ variant: "red", product: "shirt" }])
    @shop.settings_set(operator.with_key("s"), backorders_enabled: true)
    @shop.policy_set(operator.with_key("p"), items: [{ variant: "red", policy: :allow }])
    @shop.threshold_set(operator.with_key("t"), items: [{ variant: "red", warehouse: "north", threshold: threshold }])
    @shop.receive(operator.with_key("r"), items: [{ variant: "red", warehouse: "north", quantity: on_hand }])
    host
  end

  def sells?(shop, host, order)
    shop.place(host, order: order, lines: [LINE])
    true
  rescue Refused => e
    require_that(e.status == Status::SHORTAGE, e.message)
    false
  end

  def wrong_arguments
    operator = Call.operator("code", Permission::MANAGE_INVENTORY).with_key("k")
    [
      -> { @shop.place("host", order: "o", lines: [LINE]) },
      -> { @shop.place(HOST, order: 7, lines: [LINE]) },
      -> { @shop.place(HOST, order: "o", lines: "lines") },
      -> { @shop.place(HOST, order: "o", lines: [7]) },
      -> { @shop.place(HOST, order: "o", lines: [{ **LINE, quantity: "1" }]) },
      -> { @shop.place(HOST, order: "o", lines: [{ **LINE, quantity: 1.5 }]) },
      -> { @shop.place(HOST, order: "o", lines: [{ **LINE, quantity: 1 << 63 }]) },
      -> { @shop.place(HOST, order: "o", lines: [{ **LINE, decline_backorder: 1 }]) },
      -> { @shop.policy_set(operator, items: [{ variant: "red", policy: "perhaps" }]) },
      -> { @shop.settings_set(operator, backorders_enabled: "yes") },
      -> { @shop.events(HOST, consumer: "mail", limit: "all") },
      -> { @shop.settings_get(HOST.with_token("token")) },
      -> { @shop.settings_get(HOST.with_timeout("soon")) },
      -> { @shop.settings_get(HOST.with(user: 7)) },
      -> { @shop.settings_get(HOST).column(:settings, :colour) }
    ]
  end

  def other_library(path, found)
    error = refused(Status::ABI_VERSION, LibraryError) { Backorder.open("", library: path) }
    require_that(error.details.first[:found] == found, error.details.inspect)
  end
end

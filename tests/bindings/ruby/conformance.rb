# frozen_string_literal: true

def require_that(holds, otherwise)
  raise otherwise unless holds
end

# One case of the plan: every step is asked and its answer compared.
class Conformance
  ABOUT_RESULTS = %w[rows counts last has replayed].freeze

  def initialize(plan, handles)
    @plan = plan
    @handles = handles
    @kept = {}
  end

  def run
    @plan["steps"].each_with_index do |step, number|
      run_step(step)
    rescue StandardError => e
      raise "step #{number}, #{step['call']}: #{e.class}: #{e.message}"
    end
  end

  private

  # 64-bit integers and kept texts in a request or an expectation.
  def native(value)
    case value
    when Hash then value.keys == ["int64"] ? Integer(value["int64"]) : value.transform_values { |each| native(each) }
    when Array then value.map { |each| native(each) }
    else @kept.fetch(value, value)
    end
  end

  def call_of(step)
    as = step["as"]
    permissions = as["permissions"].sum { |name| Backorder::Permission.const_get(name) }
    Backorder::Call.new(@plan["marketplace"], Backorder::Role.const_get(as["role"].upcase), seller: as["seller"], permissions: permissions,
                        idempotency_key: step["key"], timeout_ms: step["timeout_ms"])
  end

  def ask(step)
    handle = @handles[step["handle"]]
    request = native(step["request"])
    return handle.json(call_of(step), step["call"], request) if @plan["door"] == "json"

    handle.public_send(step["call"], call_of(step), **request.transform_keys(&:to_sym))
  end

  # The first member that is not as wanted, or nil.
  def differs(wanted, found)
    name, value = wanted.find { |name, value| found[name.to_sym] != value }
    "#{name} is #{found[name.to_sym].inspect}, not #{value.inspect}" if name
  end

  def check_rows(what, wanted, found)
    require_that(found.size == wanted.size, "#{what} has #{found.size} rows, not #{wanted.size}")
    wanted.zip(found).each_with_index do |(expected, row), number|
      require_that(!differs(expected, row), "#{what}[#{number}].#{differs(expected, row)}")
    end
  end

  def check_result(expect, result)
    expect.fetch("rows", {}).each { |table, wanted| check_rows(table, wanted, result.rows(table)) }
    expect.fetch("counts", {}).each do |table, wanted|
      require_that(result.count(table) == wanted, "#{table} has #{result.count(table)} rows, not #{wanted}")
    end
    expect.fetch("last", {}).each { |table, wanted| check_rows("the end of #{table}", [wanted], result.rows(table).last(1)) }
    expect.fetch("has", {}).each do |table, all|
      all.each { |wanted| require_that(result.rows(table).any? { |row| !differs(wanted, row) }, "#{table} has no #{wanted}") }
    end
    require_that(expect.fetch("replayed", result.replayed?) == result.replayed?, "replayed is #{result.replayed?}")
  end

  def answer_of(step)
    [ask(step), nil]
  rescue Backorder::Error => e
    [e.result, e]
  end

  def status_of(result, error)
    return error.code.to_s if error

    result.status == Backorder::Status::OK ? "OK" : "SOME_REFUSED"
  end

  def run_step(step)
    expect = native(step["expect"])
    result, error = answer_of(step)
    status = status_of(result, error)
    require_that(status == expect["status"], "#{status}, not #{expect['status']}: #{error}")
    check_rows("details", expect["details"], error.details) if expect.key?("details")
    require_that(error.retry.to_s.upcase == expect["retry"], "retry is #{error.retry}") if expect.key?("retry")
    require_that(result || (expect.keys & ABOUT_RESULTS).empty?, "no result")
    check_result(expect, result) if result
    step["keep"].each { |name, (table, column)| @kept["$#{name}"] = result.column(table, column).first }
  end
end

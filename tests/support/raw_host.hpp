#pragma once
// A host that uses nothing but the C interface, and databases of its own to use it on.

#include <backorder/backorder.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace backorder::test {

/// $BACKORDER_TEST_DATABASE.
std::string raw_test_database();

/// What a URL or connection string says.
using RawTarget = std::map<std::string, std::string>;
RawTarget raw_target(const std::string& database);
std::string to_string(const RawTarget& target);

/// One statement, or several, by libpq alone; throws if it fails. Answers the first cell, or "".
std::string raw_sql(const std::string& database, const std::string& script);

/// As raw_sql, but answers the SQLSTATE, "" if all went well.
std::string raw_sqlstate(const std::string& database, const std::string& script);

/// A transaction of somebody else, open until it commits or is gone. By libpq alone; throws if a statement fails.
class RawTransaction {
public:
    explicit RawTransaction(const std::string& database);
    void run(const std::string& statement) const;
    void commit() const { run("COMMIT"); }

private:
    std::shared_ptr<void> session_;
};

/// A new database, dropped at the end.
class RawDatabase {
public:
    explicit RawDatabase(const std::string& name);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    const std::string& url() const { return url_; }
    std::string sql(const std::string& script) const { return raw_sql(url_, script); }

private:
    std::string name_;
    std::string url_;
};

/// Who calls, and how.
struct RawCall {
    std::uint32_t role = BO_ROLE_OPERATOR;
    std::uint64_t permissions = BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS;
    std::string marketplace = "m";
    std::string seller;
    std::string key;
    std::int64_t timeout_ms = 0;
    bo_token* token = nullptr;
};

RawCall raw_host();
RawCall raw_operator(std::string key = {});
RawCall raw_seller(std::string seller, std::string key = {});

/// What came back; its result lives as long as it.
class RawReply {
public:
    bo_status status = BO_OK;
    std::int32_t retry = BO_RETRY_NO;
    std::string error;    ///< its JSON, or ""
    std::string message;  ///< its sentence, or ""
    std::string sqlstate;
    std::string field;  ///< of the error's first row
    bool has_result = false;
    bool replayed = false;

    std::string json() const;
    std::size_t rows(std::uint32_t table) const;
    std::int64_t integer(std::uint32_t column, std::size_t row = 0) const;
    std::string text(std::uint32_t column, std::size_t row = 0) const;

    /// Takes both over.
    void take(bo_status answered, bo_result* result, bo_error* error);

private:
    std::shared_ptr<bo_result> result_;
};

/// "BO_OK", or the status's name and the error.
std::string to_string(const RawReply& reply);

struct RawConfig {
    std::string schema = "backorder";
    bool migrate = true;
    int pool_size = 8;
    int timeout_ms = 5000;
    bool prepare = true;
    std::string more{};  ///< further members of the configuration, each with a comma before it
};

std::string raw_config(const std::string& database, const RawConfig& config);

/// An open handle.
class RawHost {
public:
    explicit RawHost(const std::string& database, const RawConfig& config = {});
    ~RawHost();
    RawHost(const RawHost&) = delete;
    RawHost& operator=(const RawHost&) = delete;

    /// Every operation. A single quote stands for a double one in the request, so that it can be read.
    RawReply call(const RawCall& call, const std::string& operation, const std::string& request = "{}") const;

    /// As given, byte by byte.
    RawReply call_bytes(const RawCall& call, const std::string& operation, std::string_view request) const;

    /// What must be done; throws if it is not.
    RawReply must(const RawCall& call, const std::string& operation, const std::string& request = "{}") const;

    /// All log lines so far.
    std::string logs() const;

    bo_backorder* handle() const { return handle_; }

private:
    bo_backorder* handle_ = nullptr;
};

/// What bo_open answers.
RawReply raw_open(const std::string& config);

/// Backorders on; product p of seller s, allowed; `variants` named v0, v1, ...; operator's warehouses a, b, c.
void raw_furnish(const RawHost& host, int variants = 1, const std::string& marketplace = "m");

/// One (variant, warehouse): so many units there, so many that may wait.
void raw_stock(const RawHost& host, const std::string& variant, const std::string& warehouse, std::int64_t units,
               std::int64_t threshold, const std::string& marketplace = "m");

/// Differences found by verify, as text; "" if there are none.
std::string raw_differences(const RawHost& host, const std::string& marketplace = "m");

/// Rows of stock, parts and ledger in marketplace m.
std::int64_t raw_rows(const RawHost& host);

}  // namespace backorder::test

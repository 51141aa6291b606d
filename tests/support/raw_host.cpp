#include "support/raw_host.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace backorder::test {

namespace {

using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::string escaped(std::string_view text, std::string_view quote) {
    std::string result;
    for (const char byte : text) {
        if (byte == '\\' || byte == quote.front()) result += '\\';
        result += byte;
    }
    return std::string(quote) + result + std::string(quote);
}

std::string cell(const PGresult* rows) {
    return PQntuples(rows) > 0 && PQnfields(rows) > 0 ? PQgetvalue(rows, 0, 0) : "";
}

Rows run(PGconn* session, const std::string& script) {
    PQsetNoticeProcessor(
        session, [](void*, const char*) {}, nullptr);
    return {PQexec(session, script.c_str()), &PQclear};
}

Session connect(const std::string& database) {
    Session session(PQconnectdb(database.c_str()), &PQfinish);
    if (PQstatus(session.get()) != CONNECTION_OK)
        throw std::runtime_error(std::string("no database to test with: ") + PQerrorMessage(session.get()));
    return session;
}

bool is_done(const PGresult* rows) {
    const auto status = PQresultStatus(rows);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::string must_run(PGconn* session, const std::string& script) {
    const Rows rows = run(session, script);
    if (!is_done(rows.get())) throw std::runtime_error(script + ": " + PQerrorMessage(session));
    return cell(rows.get());
}

}  // namespace

std::string raw_test_database() {
    const char* url = std::getenv("BACKORDER_TEST_DATABASE");
    return url != nullptr ? url : throw std::runtime_error("BACKORDER_TEST_DATABASE is not set");
}

RawTarget raw_target(const std::string& database) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(database.c_str(), nullptr), &PQconninfoFree);
    RawTarget target;
    for (const PQconninfoOption* option = options.get(); option != nullptr && option->keyword != nullptr; ++option)
        if (option->val != nullptr) target[option->keyword] = option->val;
    return target;
}

std::string to_string(const RawTarget& target) {
    std::string text;
    for (const auto& [keyword, value] : target) text += keyword + "=" + escaped(value, "'") + " ";
    return text;
}

std::string raw_sql(const std::string& database, const std::string& script) {
    return must_run(connect(database).get(), script);
}

RawTransaction::RawTransaction(const std::string& database) : session_(connect(database)) { run("BEGIN"); }

void RawTransaction::run(const std::string& statement) const {
    must_run(static_cast<PGconn*>(session_.get()), statement);
}

std::string raw_sqlstate(const std::string& database, const std::string& script) {
    const Session session = connect(database);
    const Rows rows = run(session.get(), script);
    const char* state = is_done(rows.get()) ? nullptr : PQresultErrorField(rows.get(), PG_DIAG_SQLSTATE);
    return state != nullptr ? state : "";
}

namespace {

/// A worker of autovacuum in it is not this role's to end; it ends by itself.
void drop(const std::string& database) {
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        if (raw_sqlstate(raw_test_database(), "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)") != "42501")
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

}  // namespace

RawDatabase::RawDatabase(const std::string& name) : name_("bo_" + name) {
    const std::string beside = raw_test_database();
    drop(name_);
    raw_sql(beside, "CREATE DATABASE " + name_);
    RawTarget target = raw_target(beside);
    target["dbname"] = name_;
    url_ = to_string(target);
}

RawDatabase::~RawDatabase() { drop(name_); }

RawCall raw_host() {
    RawCall call;
    call.role = BO_ROLE_HOST;
    call.permissions = 0;
    return call;
}

RawCall raw_operator(std::string key) {
    RawCall call;
    call.key = std::move(key);
    return call;
}

RawCall raw_seller(std::string seller, std::string key) {
    RawCall call;
    call.role = BO_ROLE_SELLER;
    call.permissions = BO_MANAGE_INVENTORY | BO_MANAGE_ORDERS | BO_MANAGE_FULFILLMENTS;
    call.seller = std::move(seller);
    call.key = std::move(key);
    return call;
}

void RawReply::take(bo_status answered, bo_result* result, bo_error* refusal) {
    const char* named = "";
    status = answered;
    retry = bo_error_retry(refusal);
    error = refusal != nullptr ? bo_error_json(refusal) : "";
    message = bo_error_message(refusal);
    sqlstate = bo_error_sqlstate(refusal);
    field = bo_error_detail(refusal, 0, "field", &named) == 1 ? named : "";
    has_result = result != nullptr;
    replayed = bo_result_replayed(result) == 1;
    result_ = std::shared_ptr<bo_result>(result, &bo_result_free);
    if (refusal != nullptr && bo_error_status(refusal) != answered)
        throw std::logic_error("the error has another status than the call");
    bo_error_free(refusal);
}

std::string RawReply::json() const { return result_ ? bo_result_json(result_.get(), nullptr) : ""; }

std::size_t RawReply::rows(std::uint32_t table) const { return bo_result_rows(result_.get(), table); }

std::int64_t RawReply::integer(std::uint32_t column, std::size_t row) const {
    const std::int64_t* values = bo_result_int64(result_.get(), column);
    return values != nullptr && row < rows(column >> 8) ? values[row] : throw std::out_of_range("no such cell");
}

std::string RawReply::text(std::uint32_t column, std::size_t row) const {
    const std::uint64_t* offsets = nullptr;
    const char* bytes = bo_result_text(result_.get(), column, &offsets);
    if (bytes == nullptr || row >= rows(column >> 8)) throw std::out_of_range("no such cell");
    return {bytes + offsets[row], bytes + offsets[row + 1]};
}

std::string to_string(const RawReply& reply) {
    return std::string(bo_status_name(reply.status)) + (reply.error.empty() ? "" : " " + reply.error);
}

std::string raw_config(const std::string& database, const RawConfig& config) {
    return "{\"database\": " + escaped(database, "\"") + ", \"schema\": " + escaped(config.schema, "\"") +
           ", \"migrate\": " + (config.migrate ? "true" : "false") +
           ", \"prepare\": " + (config.prepare ? "true" : "false") +
           ", \"pool_size\": " + std::to_string(config.pool_size) +
           ", \"default_timeout_ms\": " + std::to_string(config.timeout_ms) + config.more + "}";
}

RawReply raw_open(const std::string& config) {
    bo_backorder* handle = nullptr;
    bo_error* error = nullptr;
    RawReply reply;
    const bo_status status = bo_open(config.data(), config.size(), &handle, &error);
    reply.take(status, nullptr, error);
    if (handle != nullptr) bo_close(handle);
    return reply;
}

}  // namespace backorder::test

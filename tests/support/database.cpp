#include "support/database.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <libpq-fe.h>
#include <pqxx/pqxx>

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

namespace backorder::test {

namespace {

std::string quoted(std::string_view text) {
    std::string made = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') made += '\\';
        made += c;
    }
    return made + "' ";
}

/// BACKORDER_TEST_DATABASE with another database and, if said, another role.
std::string server(const std::string& database, const std::string& user = {}) {
    const char* url = std::getenv("BACKORDER_TEST_DATABASE");
    BOOST_REQUIRE_MESSAGE(url != nullptr, "BACKORDER_TEST_DATABASE is not set: the URL of a server to test with");
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url, nullptr),
                                                                               PQconninfoFree);
    BOOST_REQUIRE_MESSAGE(options != nullptr, "BACKORDER_TEST_DATABASE is no connection string");
    std::string made;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        const std::string_view name = option->keyword;
        std::string value = option->val == nullptr ? "" : option->val;
        if (name == "dbname") value = database;
        if (name == "user" && !user.empty()) value = user;
        if (!value.empty()) made.append(name).append("=").append(quoted(value));
    }
    return made;
}

class Process {
public:
    Process() {
        run_at_server("DROP DATABASE IF EXISTS " + name_);
        run_at_server("CREATE DATABASE " + name_);
        open();
    }
    ~Process() {
        bo_close(handle_);
        run_at_server("DROP DATABASE " + name_ + " WITH (FORCE)", "postgres");  // a worker of autovacuum may be in it
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    const std::string& url() const { return url_; }
    bo_backorder* handle() const { return handle_; }
    std::string superuser() const { return server(name_, "postgres"); }

private:
    static void run_at_server(const std::string& statement, const std::string& user = {}) {
        pqxx::connection connection(server("postgres", user));
        pqxx::nontransaction work(connection);
        work.exec("SET client_min_messages = warning");
        work.exec(statement);
    }

    void open() {
        const std::string config = boost::json::serialize(boost::json::object{
            {"database", url_}, {"migrate", true}, {"pool_size", 8}, {"default_timeout_ms", 30'000}});
        bo_error* error = nullptr;
        const bo_status status = bo_open(config.data(), config.size(), &handle_, &error);
        const std::string message = error == nullptr ? "" : bo_error_message(error);
        bo_error_free(error);
        BOOST_REQUIRE_MESSAGE(status == BO_OK, "bo_open: " + message);
    }

    const std::string name_ = "backorder_test_" + std::to_string(getpid());
    const std::string url_ = server(name_);
    bo_backorder* handle_ = nullptr;
};

std::unique_ptr<Process> process;

struct ProcessEnd {
    ~ProcessEnd() { process.reset(); }
};
BOOST_TEST_GLOBAL_FIXTURE(ProcessEnd);

const Process& this_process() {
    if (!process) process = std::make_unique<Process>();
    return *process;
}

}  // namespace

const std::string& database() { return this_process().url(); }

bo_backorder* library() { return this_process().handle(); }

std::string ask_sql(const std::string& statements) {
    pqxx::connection connection(this_process().superuser());
    pqxx::work work(connection);
    work.exec("SET LOCAL search_path = backorder");
    const pqxx::result rows = work.exec(statements);
    work.commit();
    return rows.empty() ? std::string() : rows[0][0].as<std::string>("");
}

void settle() {
    const std::string now = ask_sql("SELECT pg_current_xact_id()");
    const std::string settled = "SELECT pg_snapshot_xmin(pg_current_snapshot()) > '" + now + "'::xid8";
    for (int attempt = 0; attempt < 500 && ask_sql(settled) != "t"; ++attempt)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace backorder::test

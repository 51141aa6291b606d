#include "postgres.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <thread>

namespace bench {

Rows::Rows(pg_result* taken) : rows_(taken, PQclear) {}
int Rows::size() const { return PQntuples(rows_.get()); }
const char* Rows::text(int row, int column) const { return PQgetvalue(rows_.get(), row, column); }
std::int64_t Rows::number(int row, int column) const { return std::atoll(text(row, column)); }
std::int64_t Rows::changed() const { return std::atoll(PQcmdTuples(rows_.get())); }

Connection::Connection(const std::string& url) : connection_(PQconnectdb(url.c_str()), PQfinish) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_.get()));
    run("SET client_min_messages = warning; SET search_path = backorder, public");
}

Rows Connection::checked(pg_result* answered) const {
    Rows rows(answered);
    const ExecStatusType status = PQresultStatus(answered);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(PQerrorMessage(connection_.get()));
    return rows;
}

Rows Connection::run(const std::string& statements) const {
    return checked(PQexec(connection_.get(), statements.c_str()));
}

void Connection::prepare(const char* name, const std::string& statement) const {
    checked(PQprepare(connection_.get(), name, statement.c_str(), 0, nullptr));
}

Rows Connection::run_prepared(const char* name, std::initializer_list<const char*> values) const {
    return checked(
        PQexecPrepared(connection_.get(), name, static_cast<int>(values.size()), values.begin(), nullptr, nullptr, 0));
}

std::string changed(const std::string& url, const std::map<std::string, std::string>& parts) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), nullptr),
                                                                               PQconninfoFree);
    if (!options) throw std::runtime_error("\"" + url + "\" is no connection string");
    std::string made;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        const std::string name = option->keyword;
        const auto part = parts.find(name);
        const std::string value = part != parts.end() ? part->second : option->val == nullptr ? "" : option->val;
        if (!value.empty()) made += name + "='" + value + "' ";
    }
    return made;
}

Database::Database(const std::string& server, const std::string& name)
    : server_(server), name_("bench_" + name), url_(changed(server, {{"dbname", name_}})) {
    drop();
    Connection(server_).run("CREATE DATABASE " + name_);
}

/// A worker of autovacuum in it is not this role's to end; it ends by itself.
void Database::drop() const {
    constexpr int tries = 100;
    for (int tried = 0;; ++tried) {
        try {
            return Connection(server_).run("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)"), void();
        } catch (const std::exception&) {
            if (tried == tries) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

Database::~Database() {
    try {
        drop();
    } catch (const std::exception& error) {
        std::cerr << "bench: " << error.what();
    }
}

}  // namespace bench

#pragma once
// Bare libpq with owners: what the floors are written with.

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct pg_conn;
struct pg_result;

namespace bench {

class Rows {
public:
    explicit Rows(pg_result* taken);

    int size() const;
    const char* text(int row, int column) const;
    std::int64_t number(int row, int column) const;
    /// Rows that a statement changed.
    std::int64_t changed() const;

private:
    std::shared_ptr<pg_result> rows_;
};

/// Every failure is a std::runtime_error.
class Connection {
public:
    /// The library's tables are found without their schema.
    explicit Connection(const std::string& url);

    Rows run(const std::string& statements) const;
    void prepare(const char* name, const std::string& statement) const;
    Rows run_prepared(const char* name, std::initializer_list<const char*> values = {}) const;

private:
    Rows checked(pg_result* answered) const;

    std::unique_ptr<pg_conn, void (*)(pg_conn*)> connection_;
};

/// The same server and role with other parts of the connection string.
std::string changed(const std::string& url, const std::map<std::string, std::string>& parts);

/// A database of its own beside the one the URL names, dropped at the end.
class Database {
public:
    Database(const std::string& server, const std::string& name);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::string& url() const { return url_; }

private:
    void drop() const;

    std::string server_, name_, url_;
};

}  // namespace bench

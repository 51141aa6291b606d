#include "history/sampler.hpp"

#include "history/round.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace backorder::test::history {

namespace {

using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// Each answers a sentence for every row that breaks it; $1 is the marketplace.
constexpr std::array<const char*, 4> invariants{
    "SELECT 'counters of ' || variant || '@' || warehouse || ': ' || on_hand || ' ' || allocated || ' ' || backordered"
    " FROM backorder.stock WHERE marketplace = $1 AND NOT (0 <= allocated AND allocated <= on_hand AND backordered >= 0"
    " AND (on_hand = allocated OR backordered = 0))",

    "SELECT 'parts at ' || s.variant || '@' || s.warehouse FROM backorder.stock s LEFT JOIN (SELECT variant, warehouse,"
    " sum(allocated) AS allocated, sum(waiting) AS waiting FROM backorder.parts WHERE marketplace = $1 GROUP BY 1, 2) p"
    " USING (variant, warehouse) WHERE s.marketplace = $1"
    " AND (s.allocated <> coalesce(p.allocated, 0) OR s.backordered <> coalesce(p.waiting, 0))",

    "SELECT 'ledger of ' || s.variant || '@' || s.warehouse FROM backorder.stock s LEFT JOIN (SELECT variant, "
    "warehouse,"
    " sum(on_hand) AS on_hand, sum(allocated) AS allocated, sum(backordered) AS backordered FROM backorder.ledger"
    " WHERE marketplace = $1 GROUP BY 1, 2) l USING (variant, warehouse) WHERE s.marketplace = $1"
    " AND (s.on_hand, s.allocated, s.backordered) IS DISTINCT FROM"
    " (coalesce(l.on_hand, 0), coalesce(l.allocated, 0), coalesce(l.backordered, 0))",

    "SELECT 'quantity of ' || key || ' line ' || asked.line FROM (SELECT c.key, l ->> 'line' AS line, (l ->> "
    "'quantity')::numeric AS quantity"
    " FROM backorder.calls c CROSS JOIN LATERAL json_array_elements(c.body::json -> 'lines') AS l"
    " WHERE c.marketplace = $1 AND c.verb = 'place') AS asked LEFT JOIN (SELECT order_id, line,"
    " sum(allocated + waiting + shipped + cancelled) AS quantity FROM backorder.parts WHERE marketplace = $1 GROUP BY "
    "1, 2) AS spread"
    " ON spread.order_id = asked.key AND spread.line = asked.line WHERE spread.quantity IS DISTINCT FROM "
    "asked.quantity"};

Session connect(const std::string& database) {
    Session session(PQconnectdb(database.c_str()), &PQfinish);
    if (PQstatus(session.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(session.get()));
    return session;
}

Rows run(PGconn* session, const char* statement, const std::vector<const char*>& parameters = {}) {
    Rows rows(PQexecParams(session, statement, static_cast<int>(parameters.size()), nullptr, parameters.data(), nullptr,
                           nullptr, 0),
              &PQclear);
    const auto status = PQresultStatus(rows.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(session));
    return rows;
}

std::vector<std::string> sample(PGconn* session, const std::string& marketplace) {
    std::vector<std::string> broken;
    run(session, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const char* invariant : invariants) {
        const Rows rows = run(session, invariant, {marketplace.c_str()});
        for (int row = 0; row < PQntuples(rows.get()); ++row)
            broken.push_back(marketplace + ": " + PQgetvalue(rows.get(), row, 0));
    }
    run(session, "COMMIT");
    return broken;
}

}  // namespace

std::vector<std::string> broken_invariants(const std::string& database, const std::string& marketplace) {
    return sample(connect(database).get(), marketplace);
}

Sampler::Sampler(std::string database, std::int64_t start)
    : database_(std::move(database)), start_(start), thread_([this] { run(); }) {}

Sampler::~Sampler() { stop(); }

void Sampler::stop() {
    stopped_ = true;
    if (thread_.joinable()) thread_.join();
}

void Sampler::run() {
    try {
        const Session session = connect(database_);
        while (!stopped_) {
            const std::int64_t round =
                std::max<std::int64_t>(0, now() - start_) / std::chrono::nanoseconds(round_length).count();
            for (const std::int64_t at : {round, std::max<std::int64_t>(0, round - 1)})
                for (std::string& fault : sample(session.get(), marketplace(at))) broken_.push_back(std::move(fault));
            ++samples_;
        }
    } catch (const std::exception& error) {
        broken_.emplace_back(error.what());
    }
}

}  // namespace backorder::test::history

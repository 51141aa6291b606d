#include "floor_sql.hpp"

#include "postgres.hpp"

namespace bench {

void pin_plans(const Connection& connection) {
    connection.run("SET plan_cache_mode = force_generic_plan; SET jit = off; SET enable_hashjoin = off; "
                   "SET enable_mergejoin = off; SET enable_seqscan = off; SET enable_bitmapscan = off");
}

std::string place_one_line(const std::string& guard) {
    return "WITH s AS (UPDATE stock SET allocated = allocated + $5"
           "  WHERE marketplace = $1 AND variant = $3 AND warehouse = $4" +
           guard + "  RETURNING variant, warehouse, record), c AS (" + insert_call +
           "  SELECT $1, 'order', $2, 'place', 'host', '', '', $6, $7, $8 FROM s RETURNING sequence, at), p AS (" +
           insert_part +
           "  SELECT $1, $2, '1', s.warehouse, s.variant, 'acme', s.record, 0, 0, c.sequence, c.at, $5, 0, 0, 0 FROM "
           "s, c) " +
           insert_ledger + "SELECT $1, s.variant, s.warehouse, s.record, 'host', 'place', $2, $2, '1', 0, $5, 0 FROM s";
}

}  // namespace bench

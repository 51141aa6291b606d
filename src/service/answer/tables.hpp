#pragma once
// The shape of every answer: which tables there are and which columns each has. Both doors read from these.
// Numbers are part of the ABI: tables and columns are only ever added at the end.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace backorder {

/// json: text that is JSON, shown as such by the JSON door.
enum class CellType : std::uint8_t { integer, flag, text, json };

struct ColumnSpec {
    std::string_view name;
    CellType type;
};

/// `single`: one row, shown as an object in JSON.
struct TableSpec {
    std::uint32_t number;
    std::string_view name;
    bool single;
    std::span<const ColumnSpec> columns;
};

namespace tables {

namespace columns {
using enum CellType;

inline constexpr ColumnSpec settings[]{
    {"backorders_enabled", flag}, {"before", flag}, {"dry_run", flag}, {"units_over_limit", integer}};
inline constexpr ColumnSpec policies[]{{"item", integer}, {"status", integer}, {"message", text},
                                       {"details", json}, {"product", text},   {"variant", text},
                                       {"before", text},  {"policy", text},    {"units_over_limit", integer},
                                       {"dry_run", flag}};
inline constexpr ColumnSpec thresholds[]{{"item", integer},
                                         {"status", integer},
                                         {"message", text},
                                         {"details", json},
                                         {"product", text},
                                         {"variant", text},
                                         {"warehouse", text},
                                         {"mode_before", text},
                                         {"threshold_before", integer},
                                         {"mode", text},
                                         {"threshold", integer},
                                         {"backordered", integer},
                                         {"units_over_limit", integer},
                                         {"dry_run", flag}};
inline constexpr ColumnSpec warehouses[]{
    {"item", integer}, {"status", integer},   {"message", text}, {"details", json}, {"warehouse", text},
    {"owner", text},   {"priority", integer}, {"active", flag},  {"created", flag}, {"units_over_limit", integer},
    {"dry_run", flag}};
inline constexpr ColumnSpec products[]{{"item", integer}, {"status", integer}, {"message", text}, {"details", json},
                                       {"product", text}, {"seller", text},    {"created", flag}};
inline constexpr ColumnSpec variants[]{{"item", integer}, {"status", integer}, {"message", text}, {"details", json},
                                       {"variant", text}, {"product", text},   {"created", flag}};
inline constexpr ColumnSpec moves[]{{"item", integer},      {"status", integer},      {"message", text},
                                    {"details", json},      {"variant", text},        {"warehouse", text},
                                    {"to_warehouse", text}, {"quantity", integer},    {"on_hand", integer},
                                    {"allocated", integer}, {"backordered", integer}, {"available", integer}};
inline constexpr ColumnSpec covered[]{{"item", integer},   {"order", text},    {"line", text}, {"variant", text},
                                      {"warehouse", text}, {"units", integer}, {"ready", flag}};
inline constexpr ColumnSpec fallen_back[]{{"item", integer},
                                          {"order", text},
                                          {"line", text},
                                          {"variant", text},
                                          {"warehouse", text},
                                          {"units", integer},
                                          {"units_over_limit", integer}};
inline constexpr ColumnSpec order[]{{"order", text}, {"state", text}, {"priority", integer}, {"placed_at", text}};
inline constexpr ColumnSpec lines[]{{"line", text},         {"variant", text},    {"quantity", integer},
                                    {"allocated", integer}, {"waiting", integer}, {"shipped", integer},
                                    {"cancelled", integer}};
inline constexpr ColumnSpec parts[]{{"line", text},        {"variant", text},      {"warehouse", text},
                                    {"quantity", integer}, {"allocated", integer}, {"waiting", integer},
                                    {"shipped", integer},  {"cancelled", integer}};
inline constexpr ColumnSpec fulfillments[]{{"fulfillment", integer}, {"warehouse", text},   {"line", text},
                                           {"variant", text},        {"quantity", integer}, {"state", text},
                                           {"created_at", text}};
inline constexpr ColumnSpec shippable[]{{"line", text},         {"variant", text},    {"warehouse", text},
                                        {"shippable", integer}, {"waiting", integer}, {"strict", flag},
                                        {"free_here", integer}, {"reason", text}};
inline constexpr ColumnSpec stock[]{{"product", text},        {"variant", text},
                                    {"warehouse", text},      {"seller", text},
                                    {"on_hand", integer},     {"allocated", integer},
                                    {"backordered", integer}, {"threshold_mode", text},
                                    {"threshold", integer},   {"threshold_from", text},
                                    {"available", integer},   {"backorder_room", integer},
                                    {"room_unlimited", flag}, {"sellable", integer},
                                    {"shut_gate", text},      {"units_over_limit", integer},
                                    {"committed", integer},   {"out_of_stock_threshold", integer}};
inline constexpr ColumnSpec variant_totals[]{
    {"product", text},           {"variant", text},        {"policy", text},         {"backorders_allowed", flag},
    {"on_hand", integer},        {"allocated", integer},   {"backordered", integer}, {"available", integer},
    {"backorder_room", integer}, {"room_unlimited", flag}, {"sellable", integer}};
inline constexpr ColumnSpec product_totals[]{
    {"product", text},           {"seller", text},         {"policy", text},         {"variants", integer},
    {"on_hand", integer},        {"allocated", integer},   {"backordered", integer}, {"available", integer},
    {"backorder_room", integer}, {"room_unlimited", flag}, {"sellable", integer}};
inline constexpr ColumnSpec availability[]{{"item", integer},        {"status", integer},   {"message", text},
                                           {"details", json},        {"variant", text},     {"state", text},
                                           {"now", integer},         {"later", integer},    {"later_unlimited", flag},
                                           {"shut_gate", text},      {"quantity", integer}, {"split_now", integer},
                                           {"split_later", integer}, {"short", integer}};
inline constexpr ColumnSpec queue[]{
    {"place", integer},         {"order", text},  {"line", text},     {"product", text},     {"variant", text},
    {"warehouse", text},        {"seller", text}, {"units", integer}, {"priority", integer}, {"since", text},
    {"free_elsewhere", integer}};
inline constexpr ColumnSpec events[]{{"type", text},      {"at", text},    {"variant", text},
                                     {"warehouse", text}, {"order", text}, {"body", json}};
inline constexpr ColumnSpec cursor[]{{"cursor", text}, {"more", flag}};
inline constexpr ColumnSpec ledger[]{{"sequence", integer}, {"at", text},           {"actor", text},
                                     {"verb", text},        {"variant", text},      {"warehouse", text},
                                     {"on_hand", integer},  {"allocated", integer}, {"backordered", integer},
                                     {"order", text},       {"line", text},         {"key", text}};
inline constexpr ColumnSpec verify[]{{"stock_records", integer}, {"parts", integer}, {"ledger_rows", integer},
                                     {"differences", integer},   {"next", text},     {"checked", integer},
                                     {"total", integer}};
inline constexpr ColumnSpec differences[]{{"what", text}, {"variant", text},     {"warehouse", text}, {"order", text},
                                          {"line", text}, {"expected", integer}, {"found", integer}};
inline constexpr ColumnSpec log[]{{"at", text}, {"level", text}, {"message", text}};
inline constexpr ColumnSpec placed[]{{"item", integer},      {"status", integer},  {"message", text},
                                     {"details", json},      {"order", text},      {"state", text},
                                     {"allocated", integer}, {"waiting", integer}, {"replayed", flag}};
inline constexpr ColumnSpec placed_parts[]{{"item", integer},   {"line", text},         {"variant", text},
                                           {"warehouse", text}, {"allocated", integer}, {"waiting", integer}};
inline constexpr ColumnSpec warehouse_list[]{
    {"warehouse", text}, {"owner", text}, {"priority", integer}, {"active", flag}};
inline constexpr ColumnSpec product_list[]{{"product", text}, {"seller", text}, {"policy", text}};
inline constexpr ColumnSpec variant_list[]{
    {"variant", text}, {"product", text}, {"seller", text}, {"policy", text}, {"backorders_allowed", flag}};
inline constexpr ColumnSpec open_orders[]{{"order", text},    {"placed_at", text},    {"priority", integer},
                                          {"lines", integer}, {"allocated", integer}, {"waiting", integer}};
inline constexpr ColumnSpec held[]{
    {"since", text}, {"transaction_since", text}, {"pid", integer},  {"application", text},
    {"user", text},  {"database", text},          {"prepared", text}};
inline constexpr ColumnSpec schema[]{{"before", integer}, {"version", integer}, {"latest", integer}};
}  // namespace columns

inline constexpr TableSpec settings{1, "settings", true, columns::settings};
inline constexpr TableSpec policies{2, "policies", false, columns::policies};
inline constexpr TableSpec thresholds{3, "thresholds", false, columns::thresholds};
inline constexpr TableSpec warehouses{4, "warehouses", false, columns::warehouses};
inline constexpr TableSpec products{5, "products", false, columns::products};
inline constexpr TableSpec variants{6, "variants", false, columns::variants};
inline constexpr TableSpec moves{7, "moves", false, columns::moves};
inline constexpr TableSpec covered{8, "covered", false, columns::covered};
inline constexpr TableSpec fallen_back{9, "fallen_back", false, columns::fallen_back};
inline constexpr TableSpec order{10, "order", true, columns::order};
inline constexpr TableSpec lines{11, "lines", false, columns::lines};
inline constexpr TableSpec parts{12, "parts", false, columns::parts};
inline constexpr TableSpec fulfillments{13, "fulfillments", false, columns::fulfillments};
inline constexpr TableSpec shippable{14, "shippable", false, columns::shippable};
inline constexpr TableSpec stock{15, "stock", false, columns::stock};
inline constexpr TableSpec variant_totals{16, "variant_totals", false, columns::variant_totals};
inline constexpr TableSpec product_totals{17, "product_totals", false, columns::product_totals};
inline constexpr TableSpec availability{18, "availability", false, columns::availability};
inline constexpr TableSpec queue{19, "queue", false, columns::queue};
inline constexpr TableSpec events{20, "events", false, columns::events};
inline constexpr TableSpec cursor{21, "cursor", true, columns::cursor};
inline constexpr TableSpec ledger{22, "ledger", false, columns::ledger};
inline constexpr TableSpec verify{23, "verify", true, columns::verify};
inline constexpr TableSpec differences{24, "differences", false, columns::differences};
inline constexpr TableSpec schema{25, "schema", true, columns::schema};
inline constexpr TableSpec log{26, "log", false, columns::log};
inline constexpr TableSpec placed{27, "placed", false, columns::placed};
inline constexpr TableSpec placed_parts{28, "placed_parts", false, columns::placed_parts};
inline constexpr TableSpec warehouse_list{29, "warehouse_list", false, columns::warehouse_list};
inline constexpr TableSpec product_list{30, "product_list", false, columns::product_list};
inline constexpr TableSpec variant_list{31, "variant_list", false, columns::variant_list};
inline constexpr TableSpec open_orders{32, "open_orders", false, columns::open_orders};
inline constexpr TableSpec held{33, "held", true, columns::held};

inline constexpr std::array all{
    &settings,       &policies,       &thresholds,     &warehouses,   &products, &variants,     &moves,
    &covered,        &fallen_back,    &order,          &lines,        &parts,    &fulfillments, &shippable,
    &stock,          &variant_totals, &product_totals, &availability, &queue,    &events,       &cursor,
    &ledger,         &verify,         &differences,    &schema,       &log,      &placed,       &placed_parts,
    &warehouse_list, &product_list,   &variant_list,   &open_orders,  &held};

}  // namespace tables
}  // namespace backorder

#include "support/story.hpp"

#include "support/database.hpp"
#include "support/market.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <set>
#include <utility>

namespace backorder::test {

namespace {

using namespace std::string_literals;

const std::set<std::string_view> words{"policy", "mode", "units", "cursor", "acknowledge", "after"};

void collect(json::value& value, std::string_view member, const std::string& path, std::vector<TextField>& found) {
    if (auto* text = value.if_string()) found.push_back({text, path, words.contains(member)});
    if (auto* object = value.if_object())
        for (auto& [name, inner] : *object) collect(inner, name, path + "." + std::string(name), found);
    if (auto* array = value.if_array())
        for (std::size_t i = 0; i < array->size(); ++i)
            collect((*array)[i], member, path + "[" + std::to_string(i) + "]", found);
}

void replace_texts(json::value& value, std::string_view what, std::string_view by) {
    if (auto* text = value.if_string())
        for (auto at = text->find(what); at != json::string::npos; at = text->find(what, at + by.size()))
            text->replace(at, what.size(), by);
    if (auto* object = value.if_object())
        for (auto& member : *object) replace_texts(member.value(), what, by);
    if (auto* array = value.if_array())
        for (json::value& element : *array) replace_texts(element, what, by);
}

bool needs_key(std::string_view operation) {
    if (operation.starts_with("place")) return false;
    for (const OperationCase& known : every_operation())
        if (operation == known.operation) return known.permission != 0;
    return true;
}

struct Step {
    const Actor& actor;
    const char* operation;
    const char* request;
};

const std::array furniture{
    Step{host, "warehouse_upsert", "{'items':[{'warehouse':'north','priority':1},{'warehouse':'south','priority':2}]}"},
    Step{host, "warehouse_upsert", "{'items':[{'warehouse':'acme-depot','owner':'acme','priority':3}]}"},
    Step{host, "catalog_upsert",
         "{'products':[{'product':'shirt','seller':'acme'}],"
         "'variants':[{'variant':'red','product':'shirt'},{'variant':'blue','product':'shirt'}]}"},
    Step{the_operator, "settings_set", "{'backorders_enabled':true}"},
    Step{the_operator, "policy_set", "{'items':[{'product':'shirt','policy':'allow'}]}"},
    Step{the_operator, "threshold_set",
         "{'items':[{'variant':'red','warehouse':'north','threshold':9},{'variant':'red','warehouse':'south','"
         "threshold':9}]}"},
    Step{the_operator, "receive",
         "{'items':[{'variant':'red','warehouse':'north','quantity':3},{'variant':'blue','warehouse':'north','quantity'"
         ":9}]}"},
    Step{host, "place", "{'order':'o1','lines':[{'line':'1','variant':'red','quantity':5}]}"},
    Step{the_operator, "fulfill", "{'order':'o1','entries':[{'line':'1','warehouse':'north','quantity':2}]}"},
};

}  // namespace

std::vector<TextField> text_fields(json::object& request) {
    std::vector<TextField> found;
    for (auto& [name, value] : request) collect(value, name, name, found);
    return found;
}

Rename owned_by(std::string owner) {
    return [owner = std::move(owner)](std::string_view id) {
        if (id == "north" || id == "south") return std::string(id);
        return id.starts_with("acme") ? owner + std::string(id.substr(4)) : owner + "-" + std::string(id);
    };
}

json::object renamed(json::object request, const Rename& rename) {
    for (const TextField& field : text_fields(request))
        if (!field.word) *field.text = rename(*field.text);
    return request;
}

Answer respoken(Answer answer, std::string_view what, std::string_view by) {
    for (json::object* part : {&answer.result, &answer.error})
        for (auto& member : *part) replace_texts(member.value(), what, by);
    return answer;
}

const std::vector<NamedDoor>& both_doors() {
    static const std::vector<NamedDoor> doors{{"by JSON", call_by_json}, {"by type", call_by_type}};
    return doors;
}

Answer Stage::ask(const Actor& actor, std::string_view operation, const json::object& request) {
    return ask_with_key(needs_key(operation) ? "key-" + std::to_string(++keys_) : ""s, actor, operation, request);
}

Answer Stage::ask_with_key(const std::string& key, const Actor& actor, std::string_view operation,
                           const json::object& request) const {
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const bo_status status = door_(call_of(actor, marketplace_, key), operation, request, &result, &error);
    return read_answer(status, result, error);
}

void Stage::furnish(const Rename& rename) {
    for (const Step& step : furniture) {
        const Answer answer = ask(step.actor, step.operation, renamed(object(step.request), rename));
        BOOST_REQUIRE_MESSAGE(answer.status == BO_OK, step.operation << ": " << json::serialize(answer.error));
    }
}

std::string rows_where(const std::string& condition) {
    const std::string every_table = ask_sql(
        "SELECT string_agg(format('SELECT %L || t::text AS row FROM %I t WHERE %s', table_name || ' ', table_name, " +
        literal(condition) +
        "), ' UNION ALL ') FROM information_schema.columns WHERE table_schema = 'backorder' AND column_name = "
        "'marketplace'");
    return ask_sql("SELECT string_agg(row, E'\\n' ORDER BY row) FROM (" + every_table + ") AS rows");
}

std::string literal(std::string_view text) {
    std::string quoted = "E'";
    for (const char c : text) quoted.append(c == '\'' || c == '\\' ? 2 : 1, c);
    return quoted + "'";
}

}  // namespace backorder::test

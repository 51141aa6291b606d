#pragma once
// What verbs and questions are made of: reading a request, refusing, and the tables of an answer.

#include "model/rules/queue.hpp"
#include "model/rules/reply.hpp"
#include "support/door.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace backorder::test::model {

/// Thrown; nothing of the call, or of its item, is done.
struct Refused {
    bo_status status = BO_OK;
    json::array details{};
};

std::string text(const json::object& from, std::string_view name);
Units number(const json::object& from, std::string_view name);
bool flag(const json::object& from, std::string_view name);
const json::array& list(const json::object& from, std::string_view name);

/// A seller sees its own, others everything.
inline bool sees(const Actor& actor, const std::string& seller) {
    return actor.role != BO_ROLE_SELLER || actor.seller == seller;
}

/// Refusals of parts of one request. Told together: the status listed first, and each with its own.
class Together {
public:
    /// False if it was refused.
    template <class Do>
    bool attempt(Do act) {
        try {
            act();
            return true;
        } catch (const Refused& refused) {
            refused_.push_back(refused);
            return false;
        }
    }

    /// Throws if any was.
    void tell() const;

private:
    std::vector<Refused> refused_;
};

/// Throws that there is none such, whether it is unknown or not this actor's.
[[noreturn]] void not_found(const char* what, const std::string& id);
void require_variant(const Market& market, const Actor& actor, const std::string& variant);
void require_product(const Market& market, const Actor& actor, const std::string& product);

/// The variant is the actor's, and the warehouse keeps goods of its seller.
void require_spot(const Market& market, const Actor& actor, const Spot& spot);
bool is_spot(const Market& market, const Actor& actor, const Spot& spot);

json::array& table(json::object& tables, std::string_view name);

/// A row for each item: made blank, then filled by what `act` does; a refusal stands in the row.
using Blank = std::function<json::object(const json::object& asked)>;
using Act = std::function<void(std::size_t item, const json::object& asked, json::object& row)>;
json::array each_item(const json::array& items, const Blank& blank, const Act& act);

/// Rows of what moved in queues; `rows` is the table covered or fallen_back.
void add_moved(json::array& rows, std::size_t item, Market& market, const std::vector<Moved>& moved, bool covered);

/// The tables order, lines and parts, as far as the actor sees them.
void add_order(json::object& tables, Market& market, const Actor& actor, const std::string& order);

/// The rows of one of the order's fulfilments.
void add_fulfillment(json::object& tables, Market& market, const Actor& actor, const std::string& order,
                     std::size_t index);

std::vector<Line*> visible_lines(Market& market, const Actor& actor, const std::string& order);

/// Throws if there is none that the actor sees.
Line& require_line(Market& market, const Actor& actor, const std::string& order, const std::string& line);

/// A line's warehouses from the one that is tried last to the first.
std::vector<std::string> last_tried_first(const Market& market, const Line& line);

/// A verb changes the market and answers tables; if it throws the market is thrown away.
using Verb = json::object (*)(Market&, const Actor&, const json::object&);

}  // namespace backorder::test::model

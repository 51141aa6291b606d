#pragma once
// What happens in a marketplace, told in any names: a story told in other names must be the same story.

#include "support/door.hpp"
#include "support/operations.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace backorder::test {

/// A text within a request. A word is the library's own, as "unlimited" or a cursor; every other text is an id of the
/// host's.
struct TextField {
    json::string* text;
    std::string path;
    bool word;
};

/// All of a request, which they point into.
std::vector<TextField> text_fields(json::object& request);

using Rename = std::function<std::string(std::string_view id)>;

/// acme's things become `owner`'s; the operator's warehouses north and south stay.
Rename owned_by(std::string owner);

json::object renamed(json::object request, const Rename& rename);

/// The answer with `what` replaced by `by` in every text of it.
Answer respoken(Answer answer, std::string_view what, std::string_view by);

using Door = std::function<bo_status(const bo_call&, std::string_view, const json::object&, bo_result**, bo_error**)>;

struct NamedDoor {
    std::string name;
    Door door;
};

/// By JSON and by typed functions.
const std::vector<NamedDoor>& both_doors();

/// A marketplace behind one door. Whatever is asked and needs a key gets one of its own.
class Stage {
public:
    Stage(Door door, std::string marketplace) : door_(std::move(door)), marketplace_(std::move(marketplace)) {}

    Answer ask(const Actor& actor, std::string_view operation, const json::object& request);
    Answer ask_with_key(const std::string& key, const Actor& actor, std::string_view operation,
                        const json::object& request) const;

    /// acme's shirt in red and blue in these names, and the order o1: 2 of its 5 units shipped, 1 allocated, 2 waiting
    /// at north.
    void furnish(const Rename& rename);

    const std::string& marketplace() const { return marketplace_; }

private:
    Door door_;
    std::string marketplace_;
    int keys_ = 0;
};

/// The rows of every table that fulfil an SQL condition, as one text: equal before and after says that nothing changed.
std::string rows_where(const std::string& condition);

/// An SQL literal.
std::string literal(std::string_view text);

}  // namespace backorder::test

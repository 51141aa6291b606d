#pragma once
// What checks find: where in the request, and which refusals the caller is to hear of.

#include "domain/refusals.hpp"
#include "service/request/types.hpp"
#include "support/described.hpp"
#include "support/text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace backorder {

/// Where in a request something stands: `lines[2].quantity`. Borrows its parent, names and things: for the stack only.
class FieldPath {
public:
    constexpr FieldPath() = default;

    constexpr FieldPath member(std::string_view name) const { return {this, name, no_index}; }
    constexpr FieldPath item(std::size_t index) const { return {this, {}, index}; }

    /// The item itself, whose ids are told with what is found in it.
    template <class T>
    constexpr FieldPath item(std::size_t index, const T& thing) const {
        FieldPath path = item(index);
        if constexpr (Described<T> || is_id<T>) {
            path.thing_ = &thing;
            path.add_ids_ = add_ids<T>;
        }
        return path;
    }

    /// Empty for the request itself.
    std::string text() const;

    /// `field`, the index of the outermost item as `item`, and the ids of all items it stands in. Nothing for the
    /// request itself.
    DetailRow row() const;

private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    constexpr FieldPath(const FieldPath* parent, std::string_view name, std::size_t index)
        : parent_(parent), name_(name), index_(index) {}

    template <class T>
    static void add_ids(const void* thing, DetailRow& row) {
        const T& known = *static_cast<const T*>(thing);
        if constexpr (is_id<T>)
            add_id("id", known.value, row);
        else
            for_each_member(known, [&row]<class Member>(std::string_view name, const Member& member) {
                if constexpr (is_id<Member>) add_id(name, member.value, row);
            });
    }

    static void add_id(std::string_view name, const std::string& id, DetailRow& row) {
        if (!id.empty() && text_fault(id, max_id_bytes).empty()) row.push_back({std::string(name), id});
    }

    void add_items(DetailRow& row) const;

    const FieldPath* parent_ = nullptr;
    std::string_view name_{};
    std::size_t index_ = no_index;
    const void* thing_ = nullptr;
    void (*add_ids_)(const void* thing, DetailRow& row) = nullptr;
};

/// Keeps what is wrong with a request, of one kind: values are only told of a request of which all could be read, and
/// members only of arguments that can be. So answers do not depend on the order in which checks happen to run, and
/// nothing is told that follows from something else.
class Findings {
public:
    bool clean() const { return kept_.empty(); }

    /// `what` continues a sentence that starts with the field's name; `more` follows the row of `where` in the details.
    void add(Status status, const FieldPath& where, std::string_view what, DetailRow more = {});
    void add(const Refusal& refusal);

    /// As add: the field has no value, and is not told of again for that.
    void add_unread(Status status, const FieldPath& where, std::string_view what, DetailRow more);

    Outcome<void> outcome() const;

private:
    bool takes(Status status);

    Refusals kept_;
    std::set<std::pair<Status, std::string>> unread_;
};

}  // namespace backorder

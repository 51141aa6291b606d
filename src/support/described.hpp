#pragma once
// Walking the members of a described struct in declared order.

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>

#include <string_view>
#include <type_traits>

namespace backorder {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

/// visit(name, member) for every member; struct and members are const together.
template <class Struct, class Visit>
void for_each_member(Struct& object, Visit visit) {
    using Members = boost::describe::describe_members<std::remove_const_t<Struct>, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { visit(std::string_view(member.name), object.*member.pointer); });
}

template <class Struct>
bool has_member(std::string_view name) {
    bool found = false;
    using Members = boost::describe::describe_members<Struct, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) { found = found || name == member.name; });
    return found;
}

}  // namespace backorder

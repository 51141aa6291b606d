#pragma once
// Every mutation, as a call that can be done in a scene.

#include <ostream>
#include <string>
#include <vector>

namespace backorder::test {

struct Verb {
    std::string operation;
    std::string request;
    bool is_several_calls = false;  ///< each is answered, and repeated, for itself
    bool keyed_by_order = false;
};

std::ostream& operator<<(std::ostream& out, const Verb& verb);

const std::vector<Verb>& verbs();
const Verb& verb(const std::string& operation);

}  // namespace backorder::test

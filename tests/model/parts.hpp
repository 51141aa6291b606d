#pragma once
// The long form: this program again and again, each time with a seed and a database of its own, on all cores at once.
// In a database that all of them shared, the server would spend its time on what is over.

#include <string>
#include <vector>

namespace backorder::test::model {

/// RC_PARAMS says to RapidCheck how many stories to judge, and of which seed: what a failure prints repeats it.
bool is_told_how_many();

/// Runs the present test case so often, told by these RC_PARAMS. What failed; after a failure no more parts are begun.
std::vector<std::string> failed_parts(int parts, const std::string& told);

}  // namespace backorder::test::model

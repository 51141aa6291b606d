#pragma once
// What is wrong with a call before anything is looked up.

#include "model/rules/step.hpp"

namespace backorder::test::model {

/// The status that is listed first of all that are wrong in form or in who asks, or BO_OK.
bo_status fault_of_form(const Step& step);

/// BO_E_PERMISSION, or BO_OK.
bo_status fault_of_permission(const Step& step);

/// Changes something, if it is done.
bool is_change(const Step& step);

bool is_dry_run(const Step& step);

}  // namespace backorder::test::model

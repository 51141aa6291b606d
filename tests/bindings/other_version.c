/* A library of another version, as far as a host gets before it notices: -D OTHER_MAJOR=2 -D OTHER_MINOR=0 -D
 * OTHER_VERSION="2.0.0". */
#include <backorder/backorder.h>

const char* bo_version(void) { return OTHER_VERSION; }

bo_status bo_get_api(uint32_t major, uint32_t min_minor, const bo_api** api) {
    static const bo_api none = {.struct_size = sizeof none, .major = OTHER_MAJOR, .minor = OTHER_MINOR};
    *api = major == OTHER_MAJOR && min_minor <= OTHER_MINOR ? &none : NULL;
    return *api == NULL ? BO_E_ABI_VERSION : BO_OK;
}

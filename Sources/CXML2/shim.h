// Debian builds libxml2 with ICU and says so in its headers, which then name types that Foundation has under the
// same names. What depends on it here is one struct of converters that nobody looks into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

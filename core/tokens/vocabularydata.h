#pragma once

// The files of resources/vocabularies, linked in.
extern "C" const unsigned char skeinCl100kTable[];
extern "C" const unsigned char skeinO200kTable[];

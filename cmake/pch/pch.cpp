// Stands for the precompiled header that the targets of this build share.

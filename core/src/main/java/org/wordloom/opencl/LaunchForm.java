package org.wordloom.opencl;

/** How the items of a launch (tiles, cells, rows) are spread over work-items. */
public enum LaunchForm {
    /** A work-group computes an item: what a GPU needs, whose neighbouring work-items read neighbouring floats. */
    WORK_GROUP,
    /** A work-item computes an item alone, without barriers: what an OpenCL device of CPU cores needs. */
    WORK_ITEM
}

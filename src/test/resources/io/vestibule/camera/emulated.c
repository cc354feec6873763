/* An emulated V4L2 camera: a timer is its file descriptor, memory files are its buffers, and files beside the node
   steer it: NODE.busy, NODE.stall, NODE.gone, NODE.denied. NODE.yuyv makes it offer YUYV alone. Plays NODE.jpg. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <linux/videodev2.h>

#define BUFFERS 4
#define ROOM (1 << 21)

static struct camera {
    int fd, memory, queued[BUFFERS], count, next, format, width, height;
    char node[512];
} cameras[8];

static int flag(struct camera *c, const char *what) {
    char path[600];
    snprintf(path, sizeof path, "%s.%s", c->node, what);
    return access(path, F_OK) == 0;
}

static struct camera *of(int fd) {
    for (int i = 0; i < 8; i++) if (cameras[i].fd == fd && fd > 0) return &cameras[i];
    return 0;
}

static int fail(int error) { errno = error; return -1; }

int fake_open(const char *path, int flags, ...) {
    struct camera probe = {0};
    snprintf(probe.node, sizeof probe.node, "%s", path);
    if (flag(&probe, "gone")) return fail(ENODEV);
    if (flag(&probe, "denied")) return fail(EACCES);
    for (int i = 0; i < 8; i++) if (cameras[i].fd <= 0) {
        cameras[i] = probe;
        cameras[i].memory = memfd_create("camera", MFD_CLOEXEC);
        if (ftruncate(cameras[i].memory, (off_t) BUFFERS * ROOM)) return fail(ENOMEM);
        cameras[i].fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        return cameras[i].fd;
    }
    return fail(EMFILE);
}

int fake_close(int fd) {
    struct camera *c = of(fd);
    if (c) { close(c->memory); memset(c, 0, sizeof *c); }
    return close(fd);
}

void *fake_mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    struct camera *c = of(fd);
    return mmap(at, length, protection, flags, c ? c->memory : fd, offset);
}

int fake_munmap(void *at, size_t length) { return munmap(at, length); }

int fake_poll(struct pollfd *entry, nfds_t many, int millis) {
    struct camera *c = of(entry->fd);
    for (int waited = 0; waited <= millis; waited += 10) {
        if (flag(c, "gone")) { entry->revents = POLLERR | POLLHUP; return 1; }
        if (!flag(c, "stall") && poll(entry, many, 10) > 0) return 1;
        if (flag(c, "stall")) usleep(10000);
    }
    entry->revents = 0;
    return 0;
}

static int fill(struct camera *c, char *into) {
    if (c->format == V4L2_PIX_FMT_YUYV) {
        for (int i = 0; i < c->width * c->height * 2; i += 4) memcpy(into + i, "\x51\x5a\x51\xf0", 4); /* red */
        return c->width * c->height * 2;
    }
    char path[600];
    snprintf(path, sizeof path, "%s.jpg", c->node);
    int file = open(path, O_RDONLY);
    int length = read(file, into, ROOM);
    close(file);
    return length;
}

int fake_ioctl(int fd, unsigned long request, ...) {
    va_list list;
    va_start(list, request);
    void *argument = va_arg(list, void *);
    va_end(list);
    struct camera *c = of(fd);
    if (!c) return fail(EBADF);
    if (flag(c, "gone")) return fail(ENODEV);
    int yuyv = flag(c, "yuyv");
    switch (request) {
    case VIDIOC_QUERYCAP: {
        struct v4l2_capability *a = argument;
        strcpy((char *) a->card, "Emulated Camera");
        snprintf((char *) a->bus_info, 32, "usb-%s", strrchr(c->node, '/') + 1);
        a->capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_DEVICE_CAPS;
        a->device_caps = flag(c, "metadata") ? V4L2_CAP_META_CAPTURE : V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        return 0;
    }
    case VIDIOC_ENUM_FMT: {
        struct v4l2_fmtdesc *a = argument;
        if (a->index > (yuyv ? 0 : 1)) return fail(EINVAL);
        a->pixelformat = a->index == 0 ? V4L2_PIX_FMT_YUYV : V4L2_PIX_FMT_MJPEG;
        return 0;
    }
    case VIDIOC_ENUM_FRAMESIZES: {
        struct v4l2_frmsizeenum *a = argument;
        if (a->index > 1) return fail(EINVAL);
        a->type = V4L2_FRMSIZE_TYPE_DISCRETE;
        a->discrete.width = a->index == 0 ? 640 : 1280;
        a->discrete.height = a->index == 0 ? 480 : 720;
        return 0;
    }
    case VIDIOC_ENUM_FRAMEINTERVALS: {
        struct v4l2_frmivalenum *a = argument;
        if (a->index > 0) return fail(EINVAL);
        a->type = V4L2_FRMIVAL_TYPE_DISCRETE;
        a->discrete.numerator = 1;
        a->discrete.denominator = a->pixel_format == V4L2_PIX_FMT_YUYV && a->width == 1280 ? 10 : 30;
        return 0;
    }
    case VIDIOC_S_FMT: {
        struct v4l2_format *a = argument;
        if (flag(c, "busy")) return fail(EBUSY);
        c->format = a->fmt.pix.pixelformat;
        c->width = a->fmt.pix.width;
        c->height = a->fmt.pix.height;
        a->fmt.pix.bytesperline = c->width * 2;
        return 0;
    }
    case VIDIOC_S_PARM: return 0;
    case VIDIOC_REQBUFS: ((struct v4l2_requestbuffers *) argument)->count = BUFFERS; return 0;
    case VIDIOC_QUERYBUF: {
        struct v4l2_buffer *a = argument;
        a->length = ROOM;
        a->m.offset = a->index * ROOM;
        return 0;
    }
    case VIDIOC_QBUF: c->queued[c->count++ % BUFFERS] = ((struct v4l2_buffer *) argument)->index; return 0;
    case VIDIOC_STREAMON: {
        struct itimerspec every = {{0, 33000000}, {0, 33000000}};
        return timerfd_settime(fd, 0, &every, 0);
    }
    case VIDIOC_STREAMOFF: return 0;
    case VIDIOC_DQBUF: {
        struct v4l2_buffer *a = argument;
        unsigned long long ticks;
        if (flag(c, "stall") || c->next == c->count || read(fd, &ticks, 8) != 8) return fail(EAGAIN);
        a->index = c->queued[c->next++ % BUFFERS];
        char *where = mmap(0, ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, c->memory, (off_t) a->index * ROOM);
        a->bytesused = fill(c, where);
        munmap(where, ROOM);
        return 0;
    }
    default: return fail(ENOTTY);
    }
}

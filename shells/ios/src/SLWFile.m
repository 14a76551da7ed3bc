#import "SLWFile.h"
#import "../declare/system.h"

@implementation SLWFile {
    int _file;
}

+ (SLWFile *)open:(NSString *)path {
    SLWFile *file = [[SLWFile alloc] init];
    return [file openPath:path] ? file : nil;
}

- (instancetype)init {
    self = [super init];
    if (self) _file = -1;
    return self;
}

- (void)dealloc {
    if (_file >= 0) close(_file);
}

- (BOOL)openPath:(NSString *)path {
    _file = open(path.UTF8String, O_RDONLY | O_CLOEXEC);
    if (_file < 0) return NO;
    // A folder can be opened, but not read.
    char first;
    if (pread(_file, &first, 1, 0) < 0) return NO;
    _length = lseek(_file, 0, SEEK_END);
    return _length >= 0;
}

- (long)read:(void *)buffer count:(NSUInteger)count offset:(long long)offset {
    return pread(_file, buffer, count, offset);
}

- (NSData *)readFrom:(long long)offset count:(NSUInteger)count {
    NSMutableData *data = [NSMutableData dataWithLength:count];
    long got = [self read:data.mutableBytes count:count offset:offset];
    if (got <= 0) return nil;
    [data setLength:(NSUInteger)got];
    return data;
}

@end

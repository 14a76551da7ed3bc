#import "../declare/foundation.h"

// A file that is open for reading, in pieces.
@interface SLWFile : NSObject
@property (nonatomic, readonly) long long length;

// Nil if there is no such file, or it is a folder.
+ (SLWFile *)open:(NSString *)path;

// How many bytes were read; negative on failure.
- (long)read:(void *)buffer count:(NSUInteger)count offset:(long long)offset;

// Nil if the bytes cannot be read.
- (NSData *)readFrom:(long long)offset count:(NSUInteger)count;
@end

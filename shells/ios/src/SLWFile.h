#import "../declare/foundation.h"

// A file that is open for reading, in pieces.
@interface SLWFile : NSObject
@property (nonatomic, readonly) long long length;

// Nil when there is no such file, or a folder.
+ (SLWFile *)open:(NSString *)path;

// Nil when the bytes cannot be read.
- (NSData *)readFrom:(long long)offset count:(NSUInteger)count;
@end

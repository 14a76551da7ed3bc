#import "../declare/foundation.h"
#import "SLWFile.h"

// The response to a request for a file of the app. Its body is read in pieces.
@interface SLWResponse : NSObject
@property (nonatomic, readonly) NSInteger status;
@property (nonatomic, readonly) NSMutableDictionary *headers;

+ (SLWResponse *)empty:(NSInteger)status;
+ (SLWResponse *)page:(NSString *)html status:(NSInteger)status;

// The bytes of a file from an offset on; if the file is nil, there is no body, as for HEAD.
- (instancetype)initWithStatus:(NSInteger)status file:(SLWFile *)file offset:(long long)offset count:(long long)count;

- (SLWResponse *)with:(NSString *)header value:(NSString *)value;
- (SLWResponse *)with:(NSString *)header number:(long long)value;

// Whether the whole body was read.
- (BOOL)isAtEnd;

// The next piece of the body; nil if it cannot be read.
- (NSData *)next;
@end

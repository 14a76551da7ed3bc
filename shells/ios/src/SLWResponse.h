#import "../declare/foundation.h"
#import "SLWFile.h"

// An answer to a request for a file of the app. Its body is read in pieces.
@interface SLWResponse : NSObject
@property (nonatomic, readonly) NSInteger status;
@property (nonatomic, readonly) NSMutableDictionary *headers;

+ (SLWResponse *)empty:(NSInteger)status;
+ (SLWResponse *)page:(NSString *)html status:(NSInteger)status;

// The bytes of a file from an offset on; a file of nil has no body, as for HEAD.
- (instancetype)initWithStatus:(NSInteger)status file:(SLWFile *)file offset:(long long)offset count:(long long)count;

- (SLWResponse *)with:(NSString *)header value:(NSString *)value;
- (SLWResponse *)with:(NSString *)header number:(long long)value;

// Whether all of the body was given out.
- (BOOL)isAtEnd;

// The next piece of the body; nil when it cannot be read.
- (NSData *)next;
@end

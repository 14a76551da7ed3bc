#import "../declare/foundation.h"
#include "SLWColour.h"

// What the build wrote about this app: slipway.json in the main bundle.
@interface SLWSettings : NSObject
@property (nonatomic, readonly) NSString *start;
@property (nonatomic, readonly) NSString *orientation;
@property (nonatomic, readonly) BOOL isFullscreen;
@property (nonatomic, readonly) BOOL isDebuggable;
@property (nonatomic, readonly) SLWColour background;

// app://hostname
@property (nonatomic, readonly) NSString *origin;

- (instancetype)initWithBundle:(NSBundle *)bundle;

// Whether an address belongs to the app.
- (BOOL)owns:(NSURL *)address;
@end

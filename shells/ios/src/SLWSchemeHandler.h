#import "SLWServer.h"
#import "../declare/webkit.h"

// Serves the app's files to its web view.
@interface SLWSchemeHandler : NSObject <WKURLSchemeHandler>
- (instancetype)initWithServer:(SLWServer *)server;
@end

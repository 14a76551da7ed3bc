#import "SLWResponse.h"
#import "SLWSettings.h"

// Answers requests for the app's own files like a small web server: GET and HEAD, folders' index pages, byte ranges,
// routes of single-page apps. Immutable, so any thread may call it.
@interface SLWServer : NSObject

- (instancetype)initWithSettings:(SLWSettings *)settings bundle:(NSBundle *)bundle;

- (SLWResponse *)answer:(NSURLRequest *)request;

// The path of the file that an address of the app names; nil if it names none.
- (NSString *)fileOfAddress:(NSURL *)address;
@end

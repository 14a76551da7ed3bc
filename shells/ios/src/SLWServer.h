#import "SLWResponse.h"
#import "SLWSettings.h"

// Answers requests for the app's own files as a small web server would: GET and HEAD, folders' index pages, byte ranges,
// routes of single-page apps. Unchanging, so any thread may ask it.
@interface SLWServer : NSObject

- (instancetype)initWithSettings:(SLWSettings *)settings bundle:(NSBundle *)bundle;

- (SLWResponse *)answer:(NSURLRequest *)request;

// The path of the file that an address of the app names; nil when it names none.
- (NSString *)fileOfAddress:(NSURL *)address;
@end

#import "SLWScreen.h"

// Downloads go to a temporary folder, and from there to the place that the person chooses.
@interface SLWDownloads : NSObject <WKDownloadDelegate>
- (instancetype)initWithScreen:(id<SLWScreen>)screen;

// Offers a file to save or send.
- (void)share:(NSURL *)file;
@end
